using Microsoft.EntityFrameworkCore;
using Portal.Rules.SignIn;
using Portal.Rules.Standing;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Compiled;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Identity;
using Portal.Web.Domain.Accounts.Standing;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.Sessions;

/// <summary>Sessions are rows: what ends one is seen by the next request on every node.</summary>
public sealed class SessionService(PortalDbContext db, Workplaces workplaces, AuditLog audit, AuditActor actor, CurrentTenant tenant,
    TimeProvider clock)
{
    /// <summary>How exact "last seen" is: a row is touched at most this often.</summary>
    private static readonly TimeSpan TouchEvery = TimeSpan.FromSeconds(5);

    private static readonly CompiledQuery<Func<PortalDbContext, byte[], Task<Session?>>> ByHash = new(() =>
        EF.CompileAsyncQuery((PortalDbContext db, byte[] hash) =>
            db.Sessions.Include(row => row.User!.Contract).AsNoTracking().SingleOrDefault(row => row.SidHash == hash)));

    private readonly HashSet<Guid> ended = [];

    /// <summary>
    /// Starts a session with a new random id (SE-01); the oldest end where the account has too many (HIST-1).
    /// </summary>
    /// <returns>The session, and the id that only the cookie will know.</returns>
    public async Task<(Session Session, string Sid)> StartAsync(PortalUser user, SignInState state, ChangeReason? change, Proof proof,
        int failuresBefore)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(proof);
        var now = clock.GetUtcNow();
        var sid = Tokens.Create();
        var session = new Session
        {
            Id = Guid.CreateVersion7(),
            SidHash = Tokens.Hash(sid),
            UserId = user.Id,
            SecurityStamp = user.SecurityStamp!,
            State = change is not null ? SessionState.ChangeOnly : proof.MustEnrol ? SessionState.EnrolOnly : SessionState.Full,
            ChangeReason = change?.ToString(),
            CreatedAt = now,
            LastSeenAt = now,
            ProvenAt = now,
            Method = proof.Method,
            FactorProvenAt = proof.FactorAt,
            ExpiresAt = now + tenant.Value.AbsoluteTime,
            Address = actor.Address,
            Browser = actor.Browser,
            PreviousSignInAt = state.LastSignInAt,
            PreviousAddress = state.LastSignInAddress,
            PreviousBrowser = state.LastSignInBrowser,
            FailuresBefore = failuresBefore,
        };
        await EndOldestAsync(user, now);
        db.Sessions.Add(session);
        actor.SessionHash = HashText(session.SidHash);
        return (session, sid);
    }

    /// <summary>
    /// Whether the session is one still: asked again by whatever has waited since its request began, for a hash, for a
    /// lock, for somebody else's commit. Meanwhile a parent may have disabled the account, or its owner signed out
    /// everywhere (SE-03, TR-04). The caller holds a lock that those take as well: the account's, or its contract's.
    /// </summary>
    public async Task<bool> StillCountsAsync(Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        var now = clock.GetUtcNow();
        var row = await db.Sessions.AsNoTracking().Include(each => each.User!.Contract).SingleOrDefaultAsync(each => each.Id == session.Id);
        return row is not null && row.SecurityStamp == session.SecurityStamp && Refusal(row, now) is null
            && Standing(row, now) == AccountStanding.Good
            && (row.ContractId is not { } contract || await workplaces.Open(row.UserId).AnyAsync(each => each.ContractId == contract))
            && await db.Tenants.AnyAsync(each => each.Id == row.TenantId && each.Status == TenantStatus.Active);
    }

    /// <summary>
    /// A session goes on under a new id after a rise of privilege (LOGIN-6), if it still counts and this request is the
    /// one that ends it under the old: what has ended is never revived (SE-05).
    /// </summary>
    /// <param name="change">What comes with it, such as the new
    /// password; not called where the session does not go on.</param>
    /// <param name="ends">Why the session is over for who comes with the old id.</param>
    /// <param name="factorProvenAt">When a second factor was proven or set up just now.</param>
    /// <returns>The new id; null when the session has ended
    /// meanwhile, so that nothing may come of the request.</returns>
    public async Task<string?> RenewAsync(Session session, PortalUser user, Func<Task>? change = null, string ends = SessionEnds.Completed,
        DateTimeOffset? factorProvenAt = null)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(user);
        if (!await StillCountsAsync(session) || await EndAsync(session, ends) != 1)
        {
            return null;
        }

        if (change is not null)
        {
            await change();
        }

        var sid = Tokens.Create();
        var next = Next(session, user.SecurityStamp!, sid);
        next.FirstSidHash = session.SecurityStamp == user.SecurityStamp ? session.FormsHash : null;
        next.ProvenAt = next.LastSeenAt;
        next.FactorProvenAt = factorProvenAt ?? session.FactorProvenAt;
        await ContinueAsync(session, next);
        return sid;
    }

    /// <summary>
    /// The session goes on for another of its user's contracts, where it may be more than it was: under a new id
    /// (LOGIN-6), and without the forms of the old one, which were opened for the other contract.
    /// </summary>
    /// <param name="contractId">Null for the home contract.</param>
    /// <returns>The new id; null when the session has ended meanwhile.</returns>
    public async Task<string?> MoveAsync(Session session, Guid? contractId)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (session.State != SessionState.Full || !await StillCountsAsync(session) || await EndAsync(session, SessionEnds.Completed) != 1)
        {
            return null;
        }

        var sid = Tokens.Create();
        var next = Next(session, session.SecurityStamp, sid);
        next.ContractId = contractId;
        await ContinueAsync(session, next);
        return sid;
    }

    private Session Next(Session session, string stamp, string sid)
    {
        var now = clock.GetUtcNow();
        return new Session
        {
            Id = Guid.CreateVersion7(),
            SidHash = Tokens.Hash(sid),
            UserId = session.UserId,
            ContractId = session.ContractId,
            SecurityStamp = stamp,
            CreatedAt = session.CreatedAt,
            LastSeenAt = now,
            ProvenAt = session.ProvenAt,
            Method = session.Method,
            FactorProvenAt = session.FactorProvenAt,
            ExpiresAt = session.ExpiresAt,
            Address = actor.Address,
            Browser = actor.Browser,
            PreviousSignInAt = session.PreviousSignInAt,
            PreviousAddress = session.PreviousAddress,
            PreviousBrowser = session.PreviousBrowser,
            FailuresBefore = session.FailuresBefore,
        };
    }

    private async Task ContinueAsync(Session session, Session next)
    {
        db.Sessions.Add(next);
        await db.SaveChangesAsync();

        // What it works for in other tabs goes on with it.
        await db.ActingRows.Where(row => row.SessionId == session.Id && row.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.SessionId, next.Id));
    }

    /// <summary>The session goes on as proven just now, under a new id (LOGIN-6).</summary>
    /// <param name="factorProvenAt">When the proof was a second factor as well.</param>
    /// <returns>The new id; null when the session has ended meanwhile, or is not one that may do everything.</returns>
    public async Task<string?> ProveAsync(Session session, PortalUser user, DateTimeOffset? factorProvenAt = null)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(user);
        return session.State == SessionState.Full && session.SecurityStamp == user.SecurityStamp
            ? await RenewAsync(session, user, factorProvenAt: factorProvenAt)
            : null;
    }

    /// <summary>The session of a cookie, or why there is none. One query; a touch now and then.</summary>
    /// <param name="touch">False for what the browser does by itself: that is no use of the session (SE-04).</param>
    public Task<SessionLookup> FindAsync(string sid, bool touch = true) => FindAsync(Tokens.Hash(sid), touch);

    /// <summary>The session of an id that only its hash is known of.</summary>
    internal async Task<SessionLookup> FindAsync(byte[] hash, bool touch)
    {
        var session = await ByHash.For(db)(db, hash);
        var now = clock.GetUtcNow();
        if (session is null || Refusal(session, now) is { } reason && (session.EndReason = reason) is not null)
        {
            return new SessionLookup(null, session is null ? null : SessionEnd.Of(session, tenant.Value.IdleTime,
                Standing(session, now) == AccountStanding.Good));
        }

        if (touch && now - session.LastSeenAt >= TouchEvery)
        {
            // Only forwards and only while it lives: a request in flight revives nothing (SE-05).
            await db.Sessions.Where(row => row.Id == session.Id && row.EndedAt == null && row.LastSeenAt < now)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastSeenAt, now));
        }

        return new SessionLookup(session, null);
    }

    /// <returns>How many ended: none where it was over already.</returns>
    public Task<int> EndAsync(Session session, string reason)
    {
        ArgumentNullException.ThrowIfNull(session);
        ended.Add(session.Id);
        return EndAsync(db.Sessions.Where(row => row.Id == session.Id), reason);
    }

    /// <summary>
    /// Whether this request has ended the session itself, as sign-out and a change of password do. In somebody else's
    /// place the session is the reader's still: who ends that one's sessions has not ended its own.
    /// </summary>
    public bool HasEnded(CurrentSession current)
    {
        ArgumentNullException.ThrowIfNull(current);
        return ended.Contains(current.Session.Id) || ended.Contains(current.Reader.Id);
    }

    /// <summary>Ends the sessions of an account, but for one if given; at once and on every node.</summary>
    public Task<int> EndAllAsync(Guid userId, string reason, Guid? except = null)
    {
        if (except is null)
        {
            ended.Add(userId);
        }

        return EndAsync(db.Sessions.Where(row => row.UserId == userId && row.Id != except), reason);
    }

    /// <summary>Ends the sessions of everybody in a contract; at once and on every node.</summary>
    public Task<int> EndOfContractAsync(Guid contractId, string reason) =>
        EndAsync(db.Sessions.Where(row => row.User!.ContractId == contractId || row.ContractId == contractId), reason);

    /// <summary>Ends the sessions in which an account works for that contract beside its own.</summary>
    public Task<int> EndInContractAsync(Guid userId, Guid contractId, string reason) =>
        EndAsync(db.Sessions.Where(row => row.UserId == userId && row.ContractId == contractId), reason);

    /// <summary>Ends every session of the tenant at work, at once and on every node (AZ-21).</summary>
    public Task<int> EndEverybodysAsync(string reason) => EndAsync(db.Sessions, reason);

    /// <summary>Live sessions of an account, newest first.</summary>
    public IQueryable<Session> Live(Guid userId) => Live().Where(row => row.UserId == userId).OrderByDescending(row => row.CreatedAt);

    /// <summary>Live sessions of the tenant.</summary>
    public IQueryable<Session> Live()
    {
        var now = clock.GetUtcNow();
        var idleSince = now - tenant.Value.IdleTime;
        return db.Sessions.Where(row => row.EndedAt == null && row.ExpiresAt > now && row.LastSeenAt > idleSince);
    }

    /// <summary>What the audit log shows of a session id.</summary>
    public static string HashText(byte[] sidHash) => Convert.ToHexStringLower(sidHash.AsSpan(0, 8));

    private string? Refusal(Session session, DateTimeOffset now) => session switch
    {
        { EndedAt: not null } => session.EndReason ?? SessionEnds.Completed,
        _ when MustBeOut(Standing(session, now)) => SessionEnds.Disabled,
        _ when session.User!.SecurityStamp != session.SecurityStamp => SessionEnds.CredentialsChanged,
        _ when now >= session.ExpiresAt => SessionEnds.Absolute,
        _ when now - session.LastSeenAt > tenant.Value.IdleTime => SessionEnds.Idle,
        _ => null,
    };

    /// <summary>Whose last day is over may finish what it does until the hourly round comes by (OPER-7).</summary>
    private static bool MustBeOut(AccountStanding standing) => standing is not (AccountStanding.Good or AccountStanding.ValidityEnded);

    /// <param name="session">With its user and contract.</param>
    private AccountStanding Standing(Session session, DateTimeOffset now) => AccountStandings.Of(session.User!, tenant.Value, now);

    private async Task EndOldestAsync(PortalUser user, DateTimeOffset now)
    {
        var limit = tenant.Value.Profile.Session.PerAccount;
        var tooMany = await Live(user.Id).Skip(limit - 1).Select(row => row.Id).ToListAsync();
        if (tooMany.Count == 0)
        {
            return;
        }

        await EndAsync(db.Sessions.Where(row => tooMany.Contains(row.Id)), SessionEnds.TooMany);
        audit.Record(AuditKinds.SessionEnded, AuditSubject.Of(user), SessionEnds.TooMany, new { sessions = tooMany.Count });
    }

    private Task<int> EndAsync(IQueryable<Session> sessions, string reason)
    {
        var now = clock.GetUtcNow();
        return sessions.Where(row => row.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, now).SetProperty(row => row.EndReason, reason));
    }
}

/// <param name="Session">The live session, with its user; null when there is none.</param>
/// <param name="End">How it ended, when it is over.</param>
public sealed record SessionLookup(Session? Session, SessionEnd? End)
{
    /// <summary>The contract of the session's user as it was found, before it works for another.</summary>
    public Guid? Home { get; } = Session?.User?.ContractId;
}

/// <summary>The end of a session, as the next request with its cookie finds it.</summary>
/// <param name="Reason">One of <see cref="SessionEnds"/>.</param>
/// <param name="At">When it ended; where only the effect is known, when it was used last.</param>
/// <param name="Door">Where its account signs in.</param>
/// <param name="ContractId">The contract that it worked for; null for the staff.</param>
/// <param name="FormsHash">What its forms bear.</param>
/// <param name="MayReturn">The account could sign in again.</param>
public sealed record SessionEnd(string Reason, DateTimeOffset At, Guid UserId, string Door, Guid? ContractId, string FormsHash,
    bool MayReturn)
{
    /// <param name="session">Over, with its reason and its user as that one is at home.</param>
    internal static SessionEnd Of(Session session, TimeSpan idleTime, bool mayReturn) => new(
        session.EndReason!,
        session.EndedAt ?? session.EndReason switch
        {
            SessionEnds.Absolute => session.ExpiresAt,
            SessionEnds.Idle => session.LastSeenAt + idleTime,
            _ => session.LastSeenAt,
        },
        session.UserId,
        session.User!.Door,
        session.ContractId ?? session.User.ContractId,
        SessionService.HashText(session.FormsHash),
        mayReturn);
}

/// <summary>Why a session ended; the sign-in page explains those that the user did not choose.</summary>
public static class SessionEnds
{
    public const string SignedOut = "signed-out";
    public const string Idle = "idle";
    public const string Absolute = "absolute";
    public const string TooMany = "too-many";
    public const string CredentialsChanged = "credentials-changed";

    /// <summary>What one may do has changed, or for which contract.</summary>
    public const string RightsChanged = "rights-changed";
    public const string Disabled = "sign-in-disabled";
    public const string EndedByUser = "ended-by-user";
    public const string EndedByManager = "ended-by-manager";
    public const string EndedByStaff = "ended-by-staff";
    public const string Completed = "completed";
}
