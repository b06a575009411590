using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Portal.Web.Data.Seed;
using Portal.Web.Domain.Accounts.Passkeys;
using Portal.Web.Features.SignIn.SecondStep;
using Portal.Web.Http.Gates;
using Portal.Web.Http.Places;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Features.SignIn;

/// <summary>What a sign-in page shows around its form.</summary>
public sealed class SignInPages(CurrentTenant tenant, IOptions<SiteOptions> options, DemoCodes codes)
{
    private TenantProfile Profile => tenant.Value.Profile;

    public DoorProfile? Find(string? path) => Profile.Doors.FirstOrDefault(door => door.Path == (path ?? ""));

    public SignInPage Fill(SignInPage page, DoorProfile door, HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(page);
        page.Door = door;
        page.OtherDoors = [.. Profile.Doors.Where(other => other.Key != door.Key)];
        page.OffersPasskeys = tenant.Value.OffersPasskeys();
        page.ReturnUrl = context.Request.Query[Http.Places.ReturnUrl.Key];
        page.MayRecover = Profile.Recovery is { Method: RecoveryProfile.ByKeyword };
        page.MayReset = tenant.Value.HasReset(door.Key);
        page.ByPhone = Profile.TemporaryPassword is { ByPhone: true };
        page.TakesMasterIds = Profile.LinkedAdministrators is { MasterIds: true } linked && linked.Door == door.Key;
        page.MayRegister = tenant.Value.Has(TenantFeatures.LinkedAdministrators) && Profile.LinkedAdministrators?.Door == door.Key;
        page.Lockout = Profile.Lockout;
        page.EndReason = EndedSession.From(context);
        page.Kept = new Dictionary<string, string?>
        {
            [Http.Places.ReturnUrl.Key] = Http.Places.ReturnUrl.OrNull(context, page.ReturnUrl),
            [EndedSession.Key] = page.EndReason,
        };
        if (options.Value.Demo)
        {
            page.DemoAccounts = [.. Demo(door, page.Kept)];
            Prefill(page, door, context.Request.Query[SignInPaths.Account]);
        }

        return page;
    }

    /// <summary>Of the accounts listed below the form alone: an address fills in nothing of its own.</summary>
    private void Prefill(SignInPage page, DoorProfile door, string? asked)
    {
        var account = DemoAccounts.Of(Profile.Slug).FirstOrDefault(account => account.Door == door.Key && account.LoginId == asked);
        if (account is not null && page.Identifier is null)
        {
            (page.Identifier, page.Email, page.IsPrefilled) = (account.LoginId, account.Second, true);
        }
    }

    /// <summary>All of the tenant, those of this door first.</summary>
    private IEnumerable<DemoHint> Demo(DoorProfile door, IEnumerable<KeyValuePair<string, string?>> kept) => DemoAccounts.Of(Profile.Slug)
        .OrderBy(account => account.Door == door.Key ? 0 : 1)
        .Select(account => new DemoHint(account.SignInWith, account.Password ?? "–",
            account.Door == door.Key ? account.Who.ToString() : $"{account.Who} / {tenant.Value.Door(account.Door).Title}",
            codes.Of(account),
            QueryHelpers.AddQueryString(SignInPaths.LoginAs(tenant.Value.Door(account.Door).Path, account.LoginId), kept)));
}
