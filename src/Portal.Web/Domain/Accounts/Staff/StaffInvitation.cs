using Microsoft.EntityFrameworkCore;
using Portal.Rules.Delegation;
using Portal.Rules.Text;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Identity;
using Portal.Web.Domain.Accounts.Registration;
using Portal.Web.Tenancy;

namespace Portal.Web.Domain.Accounts.Staff;

/// <summary>A member of the staff to be.</summary>
/// <param name="Email">What it signs in with, and where its invitation goes; as it is stored.</param>
public sealed record NewStaff(string Email, string FamilyName, string GivenName, StaffRights Rights);

/// <summary>
/// Takes somebody into the staff (ADMIN-11): the account comes without a password, and its owner sets one from the
/// mail, then the second factor that the realm demands.
/// </summary>
public sealed class StaffInvitation(PortalDbContext db, StaffTurns turns, AccountFactory accounts, InvitationService invitations,
    AuditLog audit, AuditActor actor, CurrentTenant realm)
{
    public async Task<StaffOutcome> InviteAsync(NewStaff person, string reason)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (await turns.BeginAsync() is not { } own || StaffAccountRules.DecideInvitation(own, person.Rights) != StaffVerdict.Allowed)
        {
            return StaffOutcome.Refused;
        }

        var door = realm.Value.Profile.Doors[0];
        var key = LoginKeys.Canonical(door.Identifier.Kind, person.Email);
        if (await db.Users.AnyAsync(row => row.Door == door.Key && row.NormalizedUserName == key))
        {
            return StaffOutcome.Taken;
        }

        var user = await accounts.AddAsync(ToUser(person, door.Key));
        db.StaffAssignments.AddRange(person.Rights.TenantIds
            .Select(tenantId => new StaffAssignment { UserId = user.Id, TenantId = tenantId }));
        audit.Record(AuditKinds.UserRegistered, AuditSubject.Of(user), reason, new
        {
            role = user.Role.ToString(),
            email = user.Email,
            tenants = await db.Tenants.Where(row => person.Rights.TenantIds.Contains(row.Id)).OrderBy(row => row.Slug)
                .Select(row => row.Slug).ToListAsync(),
            invited = true,
        });
        await invitations.InviteAsync(user, reason);
        return StaffOutcome.Done;
    }

    /// <summary>Sends another link to whoever has not set a password yet; the former one dies.</summary>
    public async Task<StaffOutcome> InviteAgainAsync(Guid staffId, string reason)
    {
        if (await turns.BeginAsync(staffId) is not { } turn
            || StaffAccountRules.Decide(turn.Actor, turn.Subject) != StaffVerdict.Allowed)
        {
            return StaffOutcome.Refused;
        }

        return !IsPending(turn.User) ? StaffOutcome.Unchanged
            : await invitations.InviteAsync(turn.User, reason) is null ? StaffOutcome.TooManyMails
            : StaffOutcome.Done;
    }

    public static bool IsPending(PortalUser user) =>
        user is { PasswordHash: null, InvitedAt: not null, DisabledAt: null, Email: not (null or "") };

    private PortalUser ToUser(NewStaff person, string door) => new()
    {
        Door = door,
        UserName = person.Email,
        Email = person.Email,
        NormalizedEmail = CanonicalText.Email(person.Email),
        Role = person.Rights.Role,
        FamilyName = person.FamilyName,
        GivenName = person.GivenName,
        ChangedBy = actor.Name,
    };
}
