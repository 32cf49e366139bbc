// What libFuzzer offers to the mutators of others. There is no header of it to include.
#pragma once
#include <stddef.h>
#include <stdint.h>

size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t most);
