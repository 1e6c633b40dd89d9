// SPDX-License-Identifier: MIT
// A process that is killed at one of its system calls, or in which that call
// fails: what a pulled plug, a full or a dying disk do. The kernel asks a
// second thread of that process about every call that counts
// (SECCOMP_RET_USER_NOTIF), so that nothing slips by in a library.

#ifndef KIOSK_TESTS_SUPPORT_SYSCALL_FAULTS_H
#define KIOSK_TESTS_SUPPORT_SYSCALL_FAULTS_H

#include <stdbool.h>

enum syscall_kind {
    SYSCALL_WRITING, // to a file or folder
    SYSCALL_READING,
};

enum syscall_fault {
    SYSCALL_UNTOUCHED, // they are counted only
    SYSCALL_KILL,
    SYSCALL_EIO,
    SYSCALL_ENOSPC,
    SYSCALL_DISK_FULL, // that one and all that follow, but deleting
    SYSCALL_FAULT_COUNT,
};

struct syscall_plan {
    enum syscall_kind kind;
    enum syscall_fault fault;
    int number;  // of the call, from 1
    int ignored; // file descriptor: what is written there does not count
};

enum syscall_outcome {
    SYSCALL_SUCCEEDED,   // the work returned true
    SYSCALL_FAILED,      // false
    SYSCALL_KILLED,      // as planned
    SYSCALL_MISCARRIED,  // a crash
    SYSCALL_UNAVAILABLE, // this kernel does not let us
};

// Does the work in a process of its own. *calls becomes how many calls of
// that kind it made until it was over.
enum syscall_outcome syscall_faults_run(const struct syscall_plan *plan,
                                        bool (*work)(void *), void *context,
                                        int *calls);

#endif
