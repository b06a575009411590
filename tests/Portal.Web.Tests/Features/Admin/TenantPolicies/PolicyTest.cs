using Portal.TestKit.Web;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Features.Admin.TenantPolicies;

/// <summary>What the tests of profiles as a whole share.</summary>
public abstract class PolicyTest : StaffTest
{
    protected const string Page = "/admin/policies/control";
    protected const string FilePage = Page + "/file";
    protected const string Why = "見直し";

    protected async Task<TenantProfile> ProfileAsync(string slug = Control) =>
        ProfileJson.Read((await App.World.Tenants.ReadAsync(row => row.Slug == slug, row => row.Profile))!, slug);

    /// <summary>Chooses a file and sends it to be checked.</summary>
    protected static async Task<PortalPage> UploadAsync(PortalBrowser by, string content, string page = FilePage) =>
        await UploadAsync(by, System.Text.Encoding.UTF8.GetBytes(content), page);

    protected static async Task<PortalPage> UploadAsync(PortalBrowser by, byte[] content, string page = FilePage) =>
        await (await by.GetAsync(page)).ShouldBeOk().Form().Attach("Upload", "profile.json", content, "application/json")
            .Fill("Reason", Why).SubmitAsync("check");

    protected async Task<PortalPage> UploadAsync(PortalBrowser by, Func<TenantProfile, TenantProfile> change) =>
        await UploadAsync(by, ProfileJson.Write(change(await ProfileAsync())));

    protected static Task<PortalPage> SaveAsync(PortalPage check) => check.ShouldBeOk().Form().SubmitAsync("save");

    protected static TenantProfile WithLimit(TenantProfile profile, int limit) =>
        profile with { Lockout = profile.Lockout with { Limit = limit } };
}
