using Microsoft.Extensions.Options;
using Portal.Web.Data.Seed;
using Portal.Web.Http;
using Portal.Web.Tenancy;

namespace Portal.Web.Features.SignIn;

/// <summary>What a sign-in page shows around its form.</summary>
public sealed class SignInPages(CurrentTenant tenant, IOptions<PortalOptions> options)
{
    private TenantProfile Profile => tenant.Value.Profile;

    public DoorProfile? Find(string? path) => Profile.Doors.FirstOrDefault(door => door.Path == (path ?? ""));

    public SignInPage Fill(SignInPage page, DoorProfile door, HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(page);
        page.Door = door;
        page.OtherDoors = [.. Profile.Doors.Where(other => other.Key != door.Key)];
        page.MayRecover = Profile.Recovery is { Method: "keyword" };
        page.EndReason = EndedSession.From(context);
        page.DemoAccounts = options.Value.Demo
            ? [.. DemoAccounts.Of(Profile.Slug).Where(account => account.Door == door.Key).Select(account => new DemoHint(account.SignInWith, account.Password ?? "–", account.Who.ToString()))]
            : [];
        return page;
    }
}
