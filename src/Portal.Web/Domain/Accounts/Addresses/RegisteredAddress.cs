using Microsoft.EntityFrameworkCore;
using Portal.Rules.Text;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Attempts;
using Portal.Web.Domain.Accounts.Identity;
using Portal.Web.Domain.Accounts.MailedLinks;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Domain.Accounts.Addresses;

/// <summary>What may be said of an address that somebody wants to have.</summary>
public enum AddressUse
{
    Free,

    /// <summary>Of a colleague on the same login ID, which is no secret (EN-13).</summary>
    OfColleague,

    /// <summary>Whose it is, nobody is told; the answer was recorded (EN-06).</summary>
    Taken,

    /// <summary>Too many such answers in the last hour.</summary>
    TooManyAnswers,
}

/// <summary>
/// The one place that puts an e-mail address into an account, with all that hangs on it: login key, codes, links.
/// </summary>
public sealed class RegisteredAddress(PortalDbContext db, PortalUserManager manager, SecurityLinks links, TakenAnswers answers,
    AuditActor actor, CurrentTenant tenant, TimeProvider clock)
{
    /// <summary>
    /// True where the address is part of what signs in, and another account has the same key already.
    /// </summary>
    public async Task<bool> IsTakenAsync(PortalUser user, string email)
    {
        ArgumentNullException.ThrowIfNull(user);
        var door = tenant.Value.Door(user.Door);
        var key = LoginKeys.For(door, IsLoginId(door) ? email : user.UserName!, email);
        return await db.Users.AnyAsync(row => row.Id != user.Id && row.Door == user.Door && row.NormalizedUserName == key);
    }

    /// <summary>
    /// The same as an answer to a person. Where the address itself signs in, it tells whose address is registered, so
    /// it is given as rarely as the one about an ID. The caller holds the account's lock.
    /// </summary>
    public async Task<AddressUse> AskAsync(PortalUser user, string email)
    {
        ArgumentNullException.ThrowIfNull(user);
        if (tenant.Value.Door(user.Door).Second is not null)
        {
            return await IsTakenAsync(user, email) ? AddressUse.OfColleague : AddressUse.Free;
        }

        if (await answers.LeftAsync(user) == 0)
        {
            return AddressUse.TooManyAnswers;
        }

        if (!await IsTakenAsync(user, email))
        {
            return AddressUse.Free;
        }

        answers.Record(email, user.ContractId, user);
        return AddressUse.Taken;
    }

    /// <summary>
    /// Puts the address in place. The caller holds the account's lock, has asked whether it is taken, and records the
    /// event.
    /// </summary>
    /// <param name="confirmedAt">When it was proven; null where somebody vouches for it (MAIL-3).</param>
    public async Task RegisterAsync(PortalUser user, string? email, DateTimeOffset? confirmedAt)
    {
        ArgumentNullException.ThrowIfNull(user);
        email = email is null ? null : EmailAddress.Stored(email);
        (user.Email, user.NormalizedEmail, user.EmailConfirmedAt, user.EmailBouncedAt, user.ChangedBy) =
            (email, email is null ? null : CanonicalText.Email(email), confirmedAt, null, actor.Name);
        if (email is not null && IsLoginId(tenant.Value.Door(user.Door)))
        {
            user.UserName = email;
        }

        await manager.UpdateNormalizedUserNameAsync(user);
        await EndUnfinishedSignInsAsync(user);
        await links.EndAllAsync(user.Id, SecurityLinks.BoundToAddress);
        await db.CancelEmailChangesAsync(user.Id, clock.GetUtcNow(), email);
    }

    /// <summary>Where the ID is the address itself, it goes along.</summary>
    private static bool IsLoginId(DoorProfile door) => door.Identifier.Kind == IdentifierKind.Email;

    /// <summary>Their codes went to the old address (TR-04).</summary>
    private Task<int> EndUnfinishedSignInsAsync(PortalUser user)
    {
        var now = clock.GetUtcNow();
        return db.SignInAttempts.Where(row => row.UserId == user.Id && row.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, now));
    }
}
