"""Files in the text form, as chats and mail hand them on."""
from bundle import Spec, build
from writer import armored, base32, blake, closed, luck


def cases(tree):
    def made(name):
        a = tree.notes(tree.fresh(tree.a), 1)
        return build(Spec(tree, name, a, [(a, 3, 4)]))

    file, other = made("text"), made("another-text")
    lines = armored(file)
    last = len(lines) - 1

    def text(name, lines, verdict, shows, end=b"\n"):
        data = lines if isinstance(lines, bytes) else b"".join(line + end for line in lines)
        return "text-" + name, data, verdict, "new 1" if verdict == "ok" else "", shows

    def put(at, line):
        return lines[:at] + ([] if line is None else [line]) + lines[at + 1:]

    yield text("plain", lines, "ok", "A bundle as text")
    yield text("crlf", lines, "ok", "Lines that end as on Windows", b"\r\n")
    yield text("cr", lines, "ok", "Lines that end as on old Macs", b"\r")
    yield text("one-line", b"".join(lines), "ok", "No line ends at all")
    yield text("spaces", b" ".join(lines), "ok", "Spaces instead of line ends")
    yield text("blank-lines", lines, "ok", "A blank line after each, as some mail programs write", b"\r\n\r\n")
    broken = "\n".join(line[at:at + 30].decode() for line in lines for at in range(0, len(line), 30))
    yield text("broken-lines", broken.encode(), "ok", "Lines broken after thirty characters")
    thai = "สวัสดีครับ ส่งไฟล์ให้ครับ 👍\n".encode() + b"\n".join(lines) + "\nขอบคุณครับ\nLECTERM ดีมาก".encode()
    yield text("thai-around", thai, "ok", "Thai words before and after it")
    hidden = "\ufeff" + "\u200b".join(line.decode()[:20] + "\u2060\u00a0" + line.decode()[20:] for line in lines)
    yield text("hidden-characters", hidden.encode(), "ok", "Characters without width, hard spaces, and a byte order mark")
    yield text("marks-of-direction", "\u200e".join(f"\u202a{line.decode()}\u202c" for line in lines).encode(), "ok",
               "Marks of direction, as chats put them round lines of Latin letters")
    yield text("bad-bytes-around", b"\xff\xfe\xc3(" + b"\n".join(lines) + b"\xff", "ok", "Bytes before and after it that are no UTF-8")
    yield text("stray-slash-before", b"https://example.org/ " + b"\n".join(lines), "ok", "An address in front of it")

    quoted = b"".join(b"> " + line + b"\n" for line in lines)
    yield text("quoted", quoted, "ok", "Quoted with signs in front of each line")
    yield text("numbered", b"".join(b"%d. " % i + line + b"\n" for i, line in enumerate(lines)), "ok",
               "Lines numbered by a word processor")
    yield text("thai-between", put(3, lines[3] + "ครับ".encode()), "ok", "A word between two lines")
    yield text("names-between", b"\n10:15 Somchai ".join(lines), "ok",
               "Sent line by line, with the sender's name before each")
    dated = b"\n".join(b"21/11/2026, 10:15 - +66 2 000 0000: " + line for line in lines)
    yield text("dates-between", dated, "ok", "A conversation saved line by line, with date, time and number before each")
    yield text("quoted-line-lost", b"".join(b"> " + line + b"\n" for line in put(4, None)), "armor-missing-line",
               "Quoted, and a line is not there")
    yield text("check-wrong", put(2, lines[2][:-2] + (b"0/" if lines[2][-2:] != b"0/" else b"1/")), "armor-damaged-line",
               "A wrong check at the end of a line")
    swapped = bytearray(lines[2])
    at = next(i for i in range(10, 50) if swapped[i] != swapped[i + 1])
    swapped[at], swapped[at + 1] = swapped[at + 1], swapped[at]
    yield text("letters-swapped", put(2, bytes(swapped)), "armor-damaged-line", "Two letters changed places")
    yield text("small-letters", [line.lower() if 0 < i < last else line for i, line in enumerate(lines)],
               "armor-damaged-line", "Data in small letters")
    yield text("all-small", b"\n".join(lines).lower(), "not-a-bundle", "Everything in small letters: nothing begins")
    zero = next(i for i, line in enumerate(lines) if b"0" in line[5:60] and 0 < i < last)
    where = lines[zero].index(b"0", 5)
    yield text("o-for-zero", put(zero, lines[zero][:where] + b"O" + lines[zero][where + 1:]), "armor-damaged-line", "O for 0")
    yield text("thai-digit", put(2, "๒".encode() + lines[2][1:]), "armor-damaged-line", "The number of a line in Thai digits")
    yield text("wide-letters", put(2, "２".encode() + lines[2][1:]), "armor-damaged-line",
               "The number of a line in letters of full width")
    yield text("dash-for-plus", put(2, lines[2].replace(b"+", "➕".encode(), 1)), "armor-damaged-line",
               "A picture of a plus instead of the plus")
    yield text("slash-lost", put(2, lines[2][:-1]), "armor-damaged-line", "A line without its slash")
    yield text("slash-doubled", put(2, lines[2] + b"/"), "ok", "A line with a second slash")
    yield text("line-lost", put(4, None), "armor-missing-line", "A line is not there")
    yield text("first-line-of-data-lost", put(1, None), "armor-missing-line", "The first line of data is not there")
    yield text("last-line-of-data-lost", put(last - 1, None), "armor-missing-line", "The last line of data is not there")
    yield text("line-doubled", lines[:4] + lines[3:], "armor-repeated-line", "A line stands there twice")
    yield text("last-line-doubled", lines[:last] + lines[last - 1:], "armor-repeated-line", "The last line of data stands there twice")
    yield text("lines-exchanged", lines[:2] + [lines[3], lines[2]] + lines[4:], "armor-missing-line", "Two lines changed places")
    yield text("cut", lines[:8], "armor-ends-early", "The text ends after some lines")
    yield text("end-lost", lines[:last], "armor-ends-early", "The last line is not there")
    yield text("end-cut", b"\n".join(lines)[:-1], "armor-ends-early", "The last slash is not there")
    yield text("beginning-alone", lines[:1], "armor-ends-early", "Only the first line")
    yield text("beginning-lost", lines[1:], "armor-bad-beginning", "The first line is not there")
    yield text("beginning-damaged", put(0, lines[0].replace(b"BEGIN+", b"BEGIN+9")), "armor-bad-beginning",
               "The first line names another number of lines")
    yield text("beginning-cut", lines[0][:20], "armor-bad-beginning", "The text ends in the first line")
    yield text("end-damaged", put(last, lines[last].replace(b"END+", b"END+9")), "armor-bad-end",
               "The last line names another number of lines")
    yield text("end-of-another", put(last, armored(other)[-1]), "armor-bad-end", "The last line of another file")
    yield text("line-of-another", put(5, armored(other)[5]), "armor-damaged-line", "A line of another file")
    yield text("two-files", lines + armored(other), "armor-second", "Two files in one text")
    yield text("twice", lines + lines, "armor-second", "The same file twice in one text")
    mark = base32(blake(file)[:5])
    yield text("zeros-in-number", put(2, closed(b"0" + lines[2].rsplit(b"+", 1)[0], mark)), "armor-damaged-line",
               "A line's number with a zero in front, and a right check")
    body = lines[last - 1].rsplit(b"+", 1)[0]
    yield text("spare-bits", put(last - 1, closed(spare(body), mark)), "armor-damaged-line",
               "The last character holds bits that no byte has, and the check is right")
    yield text("short-line", put(2, closed(b"2+" + base32(file[40:75]), mark)), "armor-damaged-line",
               "A line in the middle with less than 40 bytes, and a right check")
    yield text("mark-of-another", armored(file, base32(luck("mark", 5))), "armor-mixed", "The mark is not that of the file")
    yield text("zero-lines", b"\n".join([closed(b"LECTERM+BEGIN+0+" + mark, mark), closed(b"LECTERM+END+0+" + mark, mark)]),
               "armor-mixed", "No line of data")
    yield text("million-lines", closed(b"LECTERM+BEGIN+999999+" + mark, mark) + b"/" * 50, "armor-bad-beginning",
               "More lines than a text may have")
    damaged = file[:-1] + bytes([file[-1] ^ 1])
    most = -(-(1 << 20) // 40)
    for count, verdict, shows in ((most, "armor-ends-early", "As many lines as 1 MiB has are said, and the text ends"),
                                  (most + 1, "armor-bad-beginning", "A line more than 1 MiB has")):
        first = closed(b"LECTERM+BEGIN+%d+" % count + mark, mark)
        yield text(f"of-{count}-lines", [first, *lines[1:3]], verdict, shows)
    yield text("of-damaged-file", armored(damaged), "bad-signature", "A right text of a file that is not right")
    yield text("of-words", armored("ไม่ใช่แฟ้ม".encode()), "not-a-bundle", "A right text of something else")
    yield text("in-text", armored(b"\n".join(lines)), "not-a-bundle", "A text in a text: only one is taken off")


def spare(body):
    """The same data with a spare bit of its last character set."""
    letters = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    return body[:-1] + bytes([letters[letters.index(body[-1:]) | 1]])
