// SPDX-License-Identifier: GPL-2.0-or-later
/* Standard descriptors and signals. */
#include "driver/process.h"

#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

#include "driver/exit_status.h"

static pid_t main_process;

/*
 * stdout gets a descriptor that cannot be written: a report that nobody can
 * receive is an error, not a success.
 */
static void take_descriptors(void)
{
	static const int modes[] = {O_RDONLY, O_RDONLY, O_WRONLY};

	for (int fd = 0; fd <= STDERR_FILENO; fd++) {
		if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", modes[fd]) != fd)
			_exit(SG_EXIT_USAGE);
	}
}

static void on_crash(int signal_number)
{
	static const char text[] = "sglint: internal error: crashed\n";

	/* In a child: back to what crashed, which now kills it with this signal. */
	if (getpid() != main_process)
		return;
	/* abort() comes after a message. */
	if (signal_number != SIGABRT && write(STDERR_FILENO, text, sizeof(text) - 1) < 0)
		_exit(SG_EXIT_INTERNAL);
	_exit(SG_EXIT_INTERNAL);
}

/* On a stack of its own: a crash may be a stack that ran out. */
static void catch_crashes(void)
{
#ifdef __SANITIZE_ADDRESS__
	static const int signals[] = {SIGABRT}; /* the sanitizer tells more about the others */
#else
	static const int signals[] = {SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL};
#endif
	static char stack[65536];
	struct sigaction action;

	memset(&action, 0, sizeof(action));
	action.sa_handler = on_crash;
	action.sa_flags = (int)SA_RESETHAND;
	if (sigaltstack(&(stack_t){.ss_sp = stack, .ss_size = sizeof(stack)}, NULL) == 0)
		action.sa_flags |= SA_ONSTACK;
	sigemptyset(&action.sa_mask);
	main_process = getpid();
	for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++)
		sigaction(signals[i], &action, NULL);
}

void sg_process_prepare(void)
{
	take_descriptors();
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN);
	catch_crashes();
}
