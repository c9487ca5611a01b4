// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Plain CPU accesses to I/O memory.  They fault; the handler reports the
 * instruction, makes the page accessible, and lets the instruction run alone
 * with the trap flag set; the trap takes the permission away again.
 */
#include "report.h"
#include "world.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <ucontext.h>

#define TRAP_FLAG 0x100
#define MAX_OPEN_PAGES 32
#define HANDLER_STACK_BYTES 65536

/* One instruction can touch two pages for each of the 16 lanes of a vector. */
static void *open_pages[MAX_OPEN_PAGES];
static unsigned int open_page_count;
static unsigned char handler_stack[HANDLER_STACK_BYTES];

static unsigned long reg(const ucontext_t *context, int index)
{
	return (unsigned long)context->uc_mcontext.gregs[index];
}

static void crash(const ucontext_t *context)
{
	shim_die_signal(SHIM_CRASH, reg(context, REG_RIP), reg(context, REG_RBP),
	                reg(context, REG_RSP));
}

static void on_fault(int number, siginfo_t *info, void *data)
{
	ucontext_t *context = data;
	void *page = (void *)((unsigned long)info->si_addr & ~(SHIM_PAGE_BYTES - 1));

	(void)number;
	if (!shim_is_io(info->si_addr) || open_page_count == MAX_OPEN_PAGES)
		crash(context);
	shim_warn_signal(SHIM_DIRECT_ACCESS, reg(context, REG_RIP), reg(context, REG_RBP),
	                 reg(context, REG_RSP));
	if (mprotect(page, SHIM_PAGE_BYTES, PROT_READ | PROT_WRITE))
		crash(context);
	open_pages[open_page_count++] = page;
	context->uc_mcontext.gregs[REG_EFL] |= TRAP_FLAG;
}

static void on_trap(int number, siginfo_t *info, void *data)
{
	ucontext_t *context = data;

	(void)number;
	(void)info;
	while (open_page_count) {
		if (mprotect(open_pages[--open_page_count], SHIM_PAGE_BYTES, PROT_NONE))
			crash(context);
	}
	context->uc_mcontext.gregs[REG_EFL] &= ~TRAP_FLAG;
}

static void on_crash(int number, siginfo_t *info, void *data)
{
	(void)number;
	(void)info;
	crash(data);
}

static void on_alarm(int number, siginfo_t *info, void *data)
{
	const ucontext_t *context = data;

	(void)number;
	(void)info;
	shim_die_signal(SHIM_TIMEOUT, reg(context, REG_RIP), reg(context, REG_RBP),
	                reg(context, REG_RSP));
}

static void handle(int number, void (*handler)(int, siginfo_t *, void *))
{
	struct sigaction action = {.sa_sigaction = handler};

	/* A catcher leaves a handler by longjmp(), so no signal may stay blocked. */
	action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER;
	sigemptyset(&action.sa_mask);
	if (sigaction(number, &action, NULL))
		abort();
}

void shim_catch_faults(void)
{
	stack_t stack = {.ss_sp = handler_stack, .ss_size = sizeof(handler_stack)};

	if (sigaltstack(&stack, NULL))
		abort();
	handle(SIGSEGV, on_fault);
	handle(SIGBUS, on_crash);
	handle(SIGILL, on_crash);
	handle(SIGFPE, on_crash);
	handle(SIGTRAP, on_trap);
	handle(SIGALRM, on_alarm);
}
