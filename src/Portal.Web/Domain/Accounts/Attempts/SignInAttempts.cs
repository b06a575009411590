using Microsoft.EntityFrameworkCore;
using Portal.Rules.SignIn;
using Portal.Rules.Standing;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Identity;
using Portal.Web.Domain.Accounts.Standing;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.Attempts;

/// <summary>
/// The part of a sign-in between password and second factor: a row bound to this browser's cookie and to the account's
/// security stamp, ended 15 minutes after the password whatever happens in it (LOGIN-4, F9).
/// </summary>
public sealed class SignInAttempts(PortalDbContext db, CurrentTenant tenant, TimeProvider clock)
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    /// <returns>The token for the attempt cookie.</returns>
    /// <param name="linkingBy">The linked manager who links the ID instead of signing in with it.</param>
    public string Start(PortalUser user, ChangeReason? then, string? returnUrl, bool fromKnownBrowser, Guid? linkingBy = null)
    {
        ArgumentNullException.ThrowIfNull(user);
        var token = Tokens.Create();
        var now = clock.GetUtcNow();
        db.SignInAttempts.Add(new SignInAttempt
        {
            Id = Guid.CreateVersion7(),
            TokenHash = Tokens.Hash(token),
            UserId = user.Id,
            SecurityStamp = user.SecurityStamp!,
            CreatedAt = now,
            ExpiresAt = now + Life,
            ChangeReason = then?.ToString(),
            ReturnUrl = returnUrl,
            FromKnownBrowser = fromKnownBrowser,
            LinkingById = linkingBy,
        });
        return token;
    }

    /// <summary>
    /// The live attempt of a cookie's token, with its user; null when
    /// it is over, of another state of the account, or nobody's.
    /// </summary>
    /// <param name="linkingBy">As it was begun: what links signs nobody in, and the other way round.</param>
    public async Task<SignInAttempt?> FindAsync(string? token, Guid? linkingBy = null)
    {
        if (string.IsNullOrEmpty(token))
        {
            return null;
        }

        var hash = Tokens.Hash(token);
        var attempt = await db.SignInAttempts.Include(row => row.User!.Contract).SingleOrDefaultAsync(row => row.TokenHash == hash
            && row.LinkingById == linkingBy);
        return attempt is not null && IsLive(attempt, clock.GetUtcNow()) ? attempt : null;
    }

    /// <summary>
    /// The same under the account's row lock, after reading again what another request may have changed meanwhile.
    /// </summary>
    internal async Task<bool> IsStillLiveAsync(SignInAttempt attempt, DateTimeOffset now)
    {
        await db.Entry(attempt).ReloadAsync();
        await db.Entry(attempt.User!).ReloadAsync();
        if (attempt.User!.Contract is { } contract)
        {
            await db.Entry(contract).ReloadAsync();
        }

        return IsLive(attempt, now);
    }

    private bool IsLive(SignInAttempt attempt, DateTimeOffset now) =>
        attempt.EndedAt is null && now < attempt.ExpiresAt && attempt.User!.SecurityStamp == attempt.SecurityStamp
        && AccountStandings.Of(attempt.User, tenant.Value, now) == AccountStanding.Good;
}
