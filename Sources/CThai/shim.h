#include <thai/thailib.h>
#include <thai/thcoll.h>
#include <thai/thbrk.h>
#include <thai/tis.h>
#include <thai/thwchar.h>
