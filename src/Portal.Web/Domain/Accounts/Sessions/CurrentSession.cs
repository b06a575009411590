using Portal.Rules.Delegation;
using Portal.Web.Audit;
using Portal.Web.Data.Entities;

namespace Portal.Web.Domain.Accounts.Sessions;

/// <summary>
/// The session of this request; anonymous unless a live one was found. Rows are read-only here: load again to change.
/// </summary>
public sealed class CurrentSession
{
    private Session? session;
    private Guid? home;
    private AccountRole? atHome;
    private bool lacksFactor;

    public bool IsSignedIn => session is not null;

    public Session Session => session ?? throw new InvalidOperationException("Nobody is signed in.");

    public Session? OrNull => session;

    public PortalUser User => Session.User!;

    public Guid UserId => Session.UserId;

    /// <summary>In the contract that it works for.</summary>
    public AccountRole Role => User.Role;

    /// <summary>
    /// In its own contract: that decides what one may do to one's own account, wherever one works (OPER-4).
    /// </summary>
    public AccountRole HomeRole => Acting is null && atHome is { } role ? role : Role;

    public string LoginId => User.UserName!;

    public string DisplayName => User.DisplayName;

    /// <summary>In whose place it works, who is <see cref="User"/> then; null where it works for itself.</summary>
    public ActingFor? Acting { get; private set; }

    /// <summary>Who sits in front of the page.</summary>
    public PortalUser Reader => Acting?.Real ?? User;

    /// <summary>
    /// The account, as events name it of what somebody does to its own: in its home contract, whose managers look after
    /// it, wherever it works.
    /// </summary>
    public AuditSubject Account => AuditSubject.Of(User) with { ContractId = Acting is null ? home : User.ContractId };

    /// <summary>Likewise of who sits in front of the page.</summary>
    public AuditSubject ReaderAccount => AuditSubject.Of(Reader) with { ContractId = home };

    /// <summary>The reader's own choices; null where it follows the site or nobody is signed in.</summary>
    public string? Language => OrReader?.Language;

    public string? Theme => OrReader?.Theme;

    public string? TimeZone => OrReader?.TimeZone;

    /// <summary>What the audit log shows of the session id.</summary>
    public string SessionHash => SessionService.HashText(Session.SidHash);

    /// <summary>What its forms bear (WB-01).</summary>
    public string FormsHash => SessionService.HashText(Session.FormsHash);

    /// <summary>Serves the forced change and sign-out alone (TEMP-6).</summary>
    public bool IsChangeOnly => session is { State: SessionState.ChangeOnly };

    /// <summary>
    /// Serves the set-up or the proof of a second factor and sign-out alone: the
    /// policy demands a factor, and this session has proven none, be it that there
    /// was none or that the policy is younger than the session (MFA-7, MF-15).
    /// </summary>
    public bool IsEnrolOnly => session is { State: SessionState.EnrolOnly } || lacksFactor;

    /// <summary>
    /// Why the cookie's session is over: one of <see cref="SessionEnds"/>; null when there is nothing to say.
    /// </summary>
    public string? EndReason => End?.Reason;

    /// <summary>How the cookie's session ended.</summary>
    public SessionEnd? End { get; private set; }

    /// <summary>Tenants a member of the staff looks after; empty for everybody else.</summary>
    public IReadOnlySet<Guid> StaffTenants { get; private set; } = new HashSet<Guid>();

    private PortalUser? OrReader => Acting?.Real ?? session?.User;

    /// <param name="role">What the session's user is at home; as it works where it is not given.</param>
    internal void Enter(SessionLookup lookup, AccountRole? role = null) =>
        (session, home, End, atHome) = (lookup.Session, lookup.Home, lookup.End, role);

    /// <summary>
    /// From here on the request is that account's, in the same session: every page works exactly as for itself. What
    /// the session says of the reader's sign-in does not go with it.
    /// </summary>
    internal void Act(ActingFor acting, PortalUser subject)
    {
        var own = Session;
        Acting = acting;
        session = new Session
        {
            TenantId = own.TenantId,
            Id = own.Id,
            SidHash = own.SidHash,
            FirstSidHash = own.FirstSidHash,
            UserId = subject.Id,
            User = subject,
            SecurityStamp = own.SecurityStamp,
            State = own.State,
            CreatedAt = own.CreatedAt,
            LastSeenAt = own.LastSeenAt,
            ExpiresAt = own.ExpiresAt,
            ProvenAt = own.ProvenAt,
            Method = own.Method,
            FactorProvenAt = own.FactorProvenAt,
            Address = own.Address,
            Browser = own.Browser,
        };
    }

    internal void LacksFactor(bool lacks) => lacksFactor = lacks;

    internal void LooksAfter(IEnumerable<Guid> tenants) => StaffTenants = tenants.ToHashSet();
}
