using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Features.Admin.TenantPolicies;

/// <summary>A former version brings back no more than one may change (ADMIN-11).</summary>
public sealed class GoingBack : PolicyTest
{
    private const string First = Page + "/versions/1";

    [Theory]
    [InlineData("features")]
    [InlineData("host")]
    [InlineData("approval")]
    public async Task ADMIN_11_AVersionWithMore_IsShown_ButComesBackBySystemAdministratorsAlone(string part)
    {
        var staff = await AdministratorAsync();
        await SaveAsync(await UploadAsync(await SystemAdministratorAsync(), profile => With(profile, part)));

        (await staff.GetAsync(First)).ShouldBeOk().ShouldShow("この版には戻せません").Has($"main a[href$='/versions/1/revert']")
            .ShouldBeFalse();
        (await staff.GetAsync(First + "/revert")).ShouldBeForbidden();

        var browser = App.CreateBrowser();
        (await browser.SignInAsync(Staff, SystemId)).ShouldBeOk();
        (await (await browser.GetAsync(First + "/revert")).ShouldBeOk().Form().Fill("Reason", Why).SubmitAsync())
            .ShouldRedirectTo(Page + "/versions");
        (await App.World.ProfileVersions.CountAsync()).ShouldBe(3);
    }

    [Fact]
    public async Task ADMIN_11_AFormThatWasOpen_BringsNothingBackEither()
    {
        var staff = await AdministratorAsync();
        await SaveAsync(await UploadAsync(staff, profile => WithLimit(profile, 4)));
        var form = (await staff.GetAsync(First + "/revert")).ShouldBeOk().Form().Fill("Reason", Why);
        await App.ChangeProfileAsync(Control, profile => profile with { Host = "control.example.com" });

        (await form.SubmitAsync()).ShouldBeForbidden();

        (await ProfileAsync()).Lockout.Limit.ShouldBe(4);
    }

    [Fact]
    public async Task ADMIN_11_PoliciesAndNames_ComeBackByTheTenantsAdministrator()
    {
        var staff = await AdministratorAsync();
        await SaveAsync(await UploadAsync(staff, profile => WithLimit(profile, 4)));
        await (await staff.GetAsync("/admin/tenants/control/brand")).Form().Fill("NameJa", "別の名前").Fill("Color", "#205080")
            .Fill("Reason", Why).SubmitAsync();

        (await (await staff.GetAsync(First + "/revert")).ShouldBeOk().Form().Fill("Reason", Why).SubmitAsync())
            .ShouldRedirectTo(Page + "/versions");

        (await ProfileAsync()).Lockout.Limit.ShouldBe(5);
        (await ProfileAsync()).Name.Ja.ShouldNotBe("別の名前");
    }

    [Fact]
    public async Task SAFE_1_ADMIN_3_WhatSomebodyElseChanged_StandsBesideTheVersion_AndTheReasonStays()
    {
        var staff = await AdministratorAsync();
        await SaveAsync(await UploadAsync(staff, profile => WithLimit(profile, 4)));
        var form = (await staff.GetAsync(First + "/revert")).ShouldBeOk().Form().Fill("Reason", Why);
        await SaveAsync(await UploadAsync(staff, profile => WithLimit(profile, 3)));

        var conflict = await form.SubmitAsync();

        ((int)conflict.Status).ShouldBe(409);
        conflict.Texts("main tbody tr").ShouldContain(row =>
            row.Contains('5', StringComparison.Ordinal) && row.Contains('3', StringComparison.Ordinal));
        var again = (await conflict.Form().SubmitAsync("check")).ShouldBeOk();
        again.Find("textarea[name=Reason]").TextContent.ShouldContain(Why);
        (await again.Form().SubmitAsync()).ShouldRedirectTo(Page + "/versions");
        (await ProfileAsync()).Lockout.Limit.ShouldBe(5);
    }

    private static TenantProfile With(TenantProfile profile, string part) => part switch
    {
        "host" => profile with { Host = "control.example.com" },
        "approval" => profile with { Approval = new ApprovalProfile(["suspend-tenant"]) },
        _ => profile with { Features = [.. profile.Features.Where(feature => feature != "help")] },
    };
}
