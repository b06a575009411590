using System.Globalization;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;

namespace Portal.Web.Data.Seed;

/// <summary>What happens to one account; keeps its last sign-in in step with its events.</summary>
internal sealed class DemoLife(PortalUser user, DemoPlace desk, PortalUser? manager, List<DemoEvent> events, Random random)
{
    /// <summary>The member of staff who helped where nobody of the contract could.</summary>
    private const string Helper = "admin@portal.example.jp";

    public PortalUser User => user;

    public DemoPlace Desk => desk;

    /// <summary>Who of the same contract looks after this account.</summary>
    public PortalUser? Manager => manager;

    public void Fail(DateTimeOffset at, DemoPlace place) =>
        events.Add(new DemoEvent(at, AuditKinds.SignInFailed, user)
        {
            Reason = "WrongPassword",
            Details = new { door = user.Door, source = "Stranger" },
            Place = place
        });

    /// <summary>On the way in, before anybody is signed in.</summary>
    public void Add(string kind, DateTimeOffset at, object? details = null, DemoPlace? place = null) =>
        events.Add(new DemoEvent(at, kind, user) { Details = details, Place = place ?? desk });

    /// <returns>What the log shows of the session.</returns>
    public string SignIn(DateTimeOffset at, string? reason = null, string? sessionHash = null)
    {
        sessionHash ??= random.NextInt64().ToString("x16", CultureInfo.InvariantCulture);
        events.Add(new DemoEvent(at, AuditKinds.SignedIn, user, user)
        {
            ActorKind = ActorKind.User,
            Reason = reason,
            Place = desk,
            SessionHash = sessionHash
        });
        var state = user.SignIn!;
        if (state.LastSignInAt is null || state.LastSignInAt < at)
        {
            (state.LastSignInAt, state.LastSignInAddress, state.LastSignInBrowser) = (at, desk.Address, desk.Browser);
        }

        return sessionHash;
    }

    /// <summary>Done by the account itself.</summary>
    public void Act(string kind, DateTimeOffset at, string? sessionHash = null, object? details = null) =>
        events.Add(new DemoEvent(at, kind, user, user)
        {
            ActorKind = ActorKind.User,
            Details = details,
            Place = desk,
            SessionHash = sessionHash
        });

    /// <summary>Done by the manager of the contract or, where there is none, by staff.</summary>
    public void Managed(string kind, DateTimeOffset at, string? reason = null, object? details = null) =>
        events.Add(manager is null
            ? new DemoEvent(at, kind, user) { ActorKind = ActorKind.Staff, ActorName = Helper, Reason = reason, Details = details }
            : new DemoEvent(at, kind, user, manager) { ActorKind = ActorKind.User, Reason = reason, Details = details });

    public void BySystem(string kind, DateTimeOffset at, string? reason = null, object? details = null) =>
        events.Add(new DemoEvent(at, kind, user)
        {
            ActorKind = ActorKind.System,
            ActorName = "portal",
            Reason = reason,
            Details = details
        });
}
