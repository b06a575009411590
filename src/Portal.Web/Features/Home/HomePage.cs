using Portal.Web.Domain.Accounts.Lockout;
using Portal.Web.Features.Shared.Homes;
using Portal.Web.Http.Frame;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Features.Home;

/// <summary>A lock that came and went since the last sign-in.</summary>
public sealed record HomeLock(DateTimeOffset At, LockCause Cause);

/// <summary>A link of the tenant's own.</summary>
/// <param name="Outside">The host that it leads to; null where that is this portal.</param>
public sealed record HomeLink(LocalText Title, string Url, string? Outside);

public sealed record HomePage
{
    /// <summary>More than these wait behind a line that opens: the page begins with what matters most.</summary>
    public const int TasksShown = 3;

    /// <summary>What needs attention, the most urgent first (FACE-2).</summary>
    public required IReadOnlyList<HomeTask> Tasks { get; init; }

    /// <summary>What the service shows.</summary>
    public required IReadOnlyList<HomePanel> Panels { get; init; }

    /// <summary>Where the service's pages are, each with its number where the menu has numbers.</summary>
    public required IReadOnlyList<MenuItem> Menu { get; init; }

    /// <summary>Where the tenant leads beside its menu, mostly outside of the portal (HOME-2).</summary>
    public IReadOnlyList<HomeLink> Links { get; init; } = [];

    public bool IsNumbered => Menu.Any(item => item.Code.Length > 0);

    /// <summary>Beside a numbered menu stands what has no number (OPER-1); signing out is in the header.</summary>
    public bool MayChangePassword { get; init; }

    public bool HasSessions { get; init; }

    public bool HasHistory { get; init; }

    /// <summary>In somebody else's place there was no sign-in of that one.</summary>
    public bool HasSignIn { get; init; } = true;

    public DateTimeOffset? PreviousAt { get; init; }

    public string? PreviousAddress { get; init; }

    public string? PreviousBrowser { get; init; }

    /// <summary>Failed sign-ins between the last success and this one (LOGIN-8).</summary>
    public int Failures { get; init; }

    /// <summary>Locks since then, newest first.</summary>
    public IReadOnlyList<HomeLock> Locks { get; init; } = [];

    public int LockLimit { get; init; }
}
