using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Sessions;

namespace Portal.Web.Domain.Submissions;

/// <summary>What is to be done with a form that came in.</summary>
public abstract record FormTurn
{
    /// <summary>Nobody sent it before: it is to be done, and kept or forgotten afterwards.</summary>
    /// <param name="Until">Until then others wait for it, unless the turn is renewed.</param>
    public sealed record Mine(DateTimeOffset Until) : FormTurn;

    /// <summary>The same form is being worked on.</summary>
    public sealed record InWork : FormTurn;

    /// <summary>
    /// It was answered before, in a session that is not this
    /// browser's any more or has ended: it is judged like any other.
    /// </summary>
    public sealed record Stranger : FormTurn;

    /// <param name="Packed">The whole answer, while it is kept.</param>
    /// <param name="Location">Where it led.</param>
    public sealed record Answered(byte[]? Packed, string? Location) : FormTurn;
}

/// <param name="Packed">The whole answer.</param>
/// <param name="Life">How long it is kept.</param>
/// <param name="Location">Where it leads; null for a page.</param>
/// <param name="Session">The session that it left the browser with.</param>
/// <param name="LastsWithSession">Where it led is kept after the answer
/// is erased: a page left open for an hour creates nothing twice.</param>
public sealed record FormOutcome(byte[] Packed, TimeSpan Life, string? Location, byte[]? Session, bool LastsWithSession);

/// <summary>
/// What forms came to (SAFE-2). The row is there before the work begins, so that of two at once one does it. Answers
/// carry cookies and, once in a life, secrets: they are encrypted, given to the session they were made for alone, and
/// erased after minutes.
/// </summary>
public sealed class FormAnswers(PortalDbContext db, UnitOfWork work, SessionService sessions, IDataProtectionProvider protection,
    TimeProvider clock)
{
    /// <summary>
    /// Whoever works longer on a form without saying so is taken for dead. The second one waits longer than that, so
    /// that after a node's death one more press is enough (FP-02).
    /// </summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan LongestSession = TimeSpan.FromDays(1);
    private const int LongestLocation = 2048;

    // Answers may be whole pages: as many as a statement has the time for.
    private const int Piece = 1000;
    private static readonly FormTurn InWork = new FormTurn.InWork();
    private static readonly FormTurn Stranger = new FormTurn.Stranger();
    private readonly IDataProtector protector = protection.CreateProtector("Portal.FormAnswer");

    /// <param name="key">By what the form is known again, a SHA-256.</param>
    /// <param name="session">Hash of the session id that the browser has now.</param>
    public async Task<FormTurn> TakeTurnAsync(byte[] key, byte[]? session)
    {
        try
        {
            return await work.RunAsync(() => LookAsync(key, session));
        }
        catch (DbUpdateException e) when (DatabaseFailure.IsDuplicate(e))
        {
            return InWork;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Whoever took the turn is still at work.</summary>
    /// <param name="until">The turn's end, as it is known.</param>
    /// <returns>Its new end; null where another has taken it meanwhile.</returns>
    public async Task<DateTimeOffset?> RenewAsync(byte[] key, DateTimeOffset until)
    {
        var later = EndOfTurn();
        return await Row(key, until).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.AnswerUntil, later).SetProperty(row => row.KeepUntil, later)) == 1 ? later : null;
    }

    /// <summary>
    /// Inside the transaction that does the work: should nothing more be written, this much is known.
    /// </summary>
    /// <param name="until">The turn's end, as it is known.</param>
    /// <returns>False where another has taken the turn meanwhile: then this work must come to nothing.</returns>
    public async Task<bool> NoteAsync(byte[] key, DateTimeOffset until, string location)
    {
        ArgumentNullException.ThrowIfNull(location);
        if (location.Length > LongestLocation)
        {
            return true;
        }

        var keep = clock.GetUtcNow() + LongestSession;
        return await Row(key, until).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.Location, location).SetProperty(row => row.SessionAfter, row => row.SessionBefore)
                .SetProperty(row => row.KeepUntil, keep)) == 1;
    }

    public Task KeepAsync(byte[] key, DateTimeOffset turn, FormOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        db.ChangeTracker.Clear();
        var now = clock.GetUtcNow();
        var location = outcome.Location is { Length: <= LongestLocation } fit ? fit : null;
        var (until, answer) = (now + outcome.Life, protector.Protect(outcome.Packed));
        var keep = outcome.LastsWithSession && location is not null ? now + LongestSession : until;
        return work.RunAsync(() => Row(key, turn).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.ProtectedAnswer, answer)
            .SetProperty(row => row.Location, location)
            .SetProperty(row => row.SessionAfter, outcome.Session)
            .SetProperty(row => row.AnswerUntil, until)
            .SetProperty(row => row.KeepUntil, keep)));
    }

    /// <summary>
    /// What the forms of a session came to carries nothing any more: sent again they lead where they led, without
    /// cookies and words. In the current transaction.
    /// </summary>
    /// <param name="session">Hash of the session id that their answers left the browser with.</param>
    public Task<int> LeadOnlyAsync(byte[] session)
    {
        var now = clock.GetUtcNow();
        return db.FormAnswers.Where(row => row.SessionAfter == session && row.Location != null && row.ProtectedAnswer != null)
            .ExecuteUpdateAsync(set => set
                .SetProperty(row => row.ProtectedAnswer, (byte[]?)null).SetProperty(row => row.AnswerUntil, now));
    }

    /// <summary>Nothing came of it; the form may be sent again.</summary>
    public Task ForgetAsync(byte[] key, DateTimeOffset turn)
    {
        db.ChangeTracker.Clear();
        return work.RunAsync(() => Row(key, turn).ExecuteDeleteAsync());
    }

    /// <summary>
    /// Erases a piece of the answers and rows whose time is over, of the current tenant and in the current transaction.
    /// </summary>
    /// <returns>How many rows were changed or deleted.</returns>
    public async Task<int> EraseAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return await db.FormAnswers.Where(row => row.KeepUntil <= now).OrderBy(row => row.KeepUntil).Take(Piece)
                .ExecuteDeleteAsync(cancellationToken)
            + await db.FormAnswers.Where(row => row.ProtectedAnswer != null && row.AnswerUntil <= now).OrderBy(row => row.AnswerUntil)
                .Take(Piece).ExecuteUpdateAsync(set => set.SetProperty(row => row.ProtectedAnswer, (byte[]?)null), cancellationToken);
    }

    private async Task<FormTurn> LookAsync(byte[] key, byte[]? session)
    {
        var now = clock.GetUtcNow();
        var found = await Row(key).AsNoTracking().SingleOrDefaultAsync();
        if (found is not null && found.KeepUntil > now)
        {
            return await JudgeAsync(found, session, now);
        }

        if (found is not null && await Row(key).Where(row => row.KeepUntil == found.KeepUntil).ExecuteDeleteAsync() == 0)
        {
            return InWork;
        }

        var until = EndOfTurn();
        db.FormAnswers.Add(new FormAnswer { Key = key, SessionBefore = session, AnswerUntil = until, KeepUntil = until });
        return new FormTurn.Mine(until);
    }

    private async Task<FormTurn> JudgeAsync(FormAnswer found, byte[]? session, DateTimeOffset now)
    {
        // Where it leads may be noted already; cookies and words are not there yet.
        if (found.ProtectedAnswer is null && found.AnswerUntil > now)
        {
            return InWork;
        }

        if (!(Same(session, found.SessionBefore) || Same(session, found.SessionAfter))
            || (found.SessionAfter is { } after && (await sessions.FindAsync(after, touch: false)).Session is null))
        {
            return Stranger;
        }

        var packed = found.ProtectedAnswer is { } answer && found.AnswerUntil > now ? protector.Unprotect(answer) : null;
        return packed is null && found.Location is null ? Stranger : new FormTurn.Answered(packed, found.Location);
    }

    /// <summary>In whole microseconds: the database keeps no more, and a turn is known again by its end.</summary>
    private DateTimeOffset EndOfTurn()
    {
        var end = clock.GetUtcNow() + Lease;
        return end.AddTicks(-(end.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    private IQueryable<FormAnswer> Row(byte[] key, DateTimeOffset until) => Row(key).Where(row => row.AnswerUntil == until);

    private IQueryable<FormAnswer> Row(byte[] key) => db.FormAnswers.Where(row => row.Key == key);

    private static bool Same(byte[]? one, byte[]? other) =>
        one is null || other is null ? one is null && other is null : CryptographicOperations.FixedTimeEquals(one, other);
}
