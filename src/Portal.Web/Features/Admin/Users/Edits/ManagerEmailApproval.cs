using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Rules.Approvals;
using Portal.Rules.Delegation;
using Portal.Rules.SecondFactors;
using Portal.Rules.Text;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Addresses;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Domain.Accounts.Details;
using Portal.Web.Domain.Accounts.Locks;
using Portal.Web.Domain.Accounts.Registration;
using Portal.Web.Domain.Approvals;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.Admin.Users.Edits;

/// <summary>What is asked for.</summary>
/// <param name="From">The address at that time; another one by now is not what was asked about.</param>
public sealed record ManagerEmailData(Guid UserId, string? From, string? To);

/// <summary>
/// Who gets a manager's mails can be in that manager's place with a link alone; a profile can ask a second person for
/// the change of its address (ADMIN-11).
/// </summary>
public sealed class ManagerEmailApproval(PortalDbContext db, AccountLocks locks, RegisteredAddress address,
    RecoveryDetailsService recovery, PasswordLinks invitations, CurrentTenant tenant, IStringLocalizer<AdminText> text) : IApprovableAct
{
    public string Name => ApprovableActs.ChangeManagerEmail;

    /// <summary>
    /// Whether giving this account that address waits for a second person there: where the profile says so, and where
    /// it says so of the second factor and codes go to the address.
    /// </summary>
    public static bool Concerns(UserTarget target, string? email)
    {
        ArgumentNullException.ThrowIfNull(target);
        var (tenant, approval) = (target.Tenant, target.Tenant.Profile.Approval);
        return target.IsManager && (target.User.Email ?? "") != (email ?? "")
            && (approval.Asks(ApprovableActs.ChangeManagerEmail)
                || (approval.Asks(ApprovableActs.RemoveManagerFactor) && tenant.Factors.Accepts(FactorMethod.EmailCode)));
    }

    public static ApprovalAsk Ask(UserTarget target, string? email, string reason)
    {
        ArgumentNullException.ThrowIfNull(target);
        var user = target.User;
        return new ApprovalAsk(ApprovableActs.ChangeManagerEmail, user.Id.ToString("N"), user.Id, user.UserName!,
            new ManagerEmailData(user.Id, user.Email, email), reason);
    }

    public bool MayDecide(StaffActor actor, PortalTenant tenant, ApprovalRequest request)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return StaffRules.MayChangeAddresses(actor, tenant.Id, tenant.TemporaryPasswords.ByStaff)
            && StaffActs.AreOffered(tenant, DelegatedAct.EditDetails);
    }

    public async Task<IReadOnlyList<ApprovalFact>> DescribeAsync(ApprovalRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var data = Data(request);
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(row => row.Id == data.UserId);
        return
        [
            user is null ? new(text["LoginId"], request.SubjectName)
                : new(text["LoginId"], request.SubjectName, StaffPaths.User(tenant.Value.Slug, user.Id)),
            .. user is null ? Array.Empty<ApprovalFact>() : [new ApprovalFact(text["Name"], user.DisplayName)],
            new(text["Email"], text["FromTo", Readable(data.From), Readable(data.To)]),
        ];
    }

    public async Task<ActOutcome> CarryOutAsync(ApprovalRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var data = Data(request);
        if (await db.Users.Include(row => row.Contract).SingleOrDefaultAsync(row => row.Id == data.UserId) is not { } user)
        {
            return ActOutcome.NotPossible;
        }

        await locks.AllAsync(user);
        if (db.Entry(user).State == EntityState.Detached || user.Email != data.From
            || (data.To is not null && await address.IsTakenAsync(user, data.To)))
        {
            return ActOutcome.NotPossible;
        }

        var outcome = await recovery.SetEmailAsync(user, data.To, request.Reason);
        if (outcome == EmailOutcome.Changed)
        {
            await invitations.FollowAddressAsync(user, request.Reason);
        }

        return outcome switch
        {
            EmailOutcome.Changed => ActOutcome.Done,
            EmailOutcome.TooManyMails => ActOutcome.TooManyMails,
            EmailOutcome.TooManyTaken => ActOutcome.TooManyTaken,
            _ => ActOutcome.NotPossible,
        };
    }

    private string Readable(string? email) => EmailAddress.Readable(email) ?? text["NotRegistered"].Value;

    private static ManagerEmailData Data(ApprovalRequest request) =>
        JsonSerializer.Deserialize<ManagerEmailData>(request.Data, JsonSerializerOptions.Web)!;
}
