using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Rules.Delegation;
using Portal.Rules.Passwords;
using Portal.Rules.Passwords.Checks;
using Portal.Rules.Text.Counting;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Delegation;
using Portal.Web.Domain.Accounts.Sessions;
using Portal.Web.Features.Shared.Homes;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Features.Home;

/// <summary>
/// What one's own account needs: an address that takes mail, a new password soon, details without which nobody gets
/// back in.
/// </summary>
public sealed class OwnHomeSection(PortalDbContext db, CurrentSession session, CurrentTenant tenant, Delegates delegates,
    TimeProvider clock, IStringLocalizer<HomeText> text) : IHomeSection
{
    // In somebody else's place none of it is one's own to do.
    public async Task<IReadOnlyList<HomeTask>> TasksAsync(HomeCounts counts) => session.Acting is null ? await TasksAsync() : [];

    private async Task<List<HomeTask>> TasksAsync()
    {
        var tasks = new List<HomeTask>();
        if (session.User.EmailBouncedAt is not null)
        {
            tasks.Add(tenant.Value.ChangesOwnEmail(session.HomeRole)
                ? new(HomeTone.Urgent, text["EmailBounces"], null, text["EmailBouncesText"], text["CheckEmail"], AccountPaths.Email)
                : new(HomeTone.Urgent, text["EmailBounces"], null, text["EmailBouncesAsk", Manager], null, null));
        }

        if (DaysLeft() is { } days)
        {
            tasks.Add(new(HomeTone.Soon, text[CountedKey.Of("PasswordExpires", days), days], null, null, text["ChangePassword"],
                AccountPaths.Password));
        }

        if (IsRecoveryMissing)
        {
            tasks.Add(await MayRegisterItAsync()
                ? new(HomeTone.Soon, text["RecoveryMissing"], null, null, text["RegisterRecovery"], OperatorPaths.Recovery(session.UserId))
                : new(HomeTone.Soon, text["RecoveryMissing"], null, text["AskManager", Manager], null, null));
        }

        return tasks;
    }

    private string Manager => tenant.Value.Profile.Operators?.Manager.ToString() ?? text["ContractManager"];

    /// <summary>What recovery by mail needs is not registered (TEMP-1).</summary>
    private bool IsRecoveryMissing => tenant.Value.Profile.Recovery is { Method: RecoveryProfile.ByKeyword }
        && (session.User.KeywordHash is null || session.User.NormalizedEmail is not { Length: > 0 });

    /// <summary>Set in the last days before the password expires (PASS-4).</summary>
    private int? DaysLeft() => session.User.PasswordChangedAt is { } changed
        && PasswordAge.Evaluate(changed, tenant.Value.Passwords, clock.GetUtcNow()) is PasswordAgeState.ExpiresSoon soon
            ? soon.DaysLeft
            : null;

    /// <summary>A child asks its parent. What somebody is at home decides it (OPER-4).</summary>
    private async Task<bool> MayRegisterItAsync()
    {
        if (!tenant.Value.Has(TenantFeatures.Operators))
        {
            return false;
        }

        var self = session.Session.ContractId is null ? session.User : await AtHomeAsync();
        return delegates.MayDo(self, self, DelegatedAct.EditRecovery);
    }

    private Task<PortalUser> AtHomeAsync() =>
        db.Users.AsNoTracking().Include(row => row.Contract).OwnAsync(session.UserId);
}
