using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Domain.Accounts.Recovery;
using Portal.Web.Features.Recovery;

namespace Portal.Web.Tests.Features.Admin;

/// <summary>Who types a password one line too early hands it to nobody who reads the log (AU-05).</summary>
[Trait("Review", "S16")]
public sealed class FindingTypedIds : StaffTest
{
    private const string Password = "Tiger-Violet8642";

    [Theory]
    [InlineData(Control)]
    [InlineData(Security)]
    [InlineData("homephone")]
    [InlineData(Staff)]
    public async Task AU_05_APasswordInTheFieldOfTheId_IsNotInTheLog(string tenant)
    {
        (await App.CreateBrowser().TrySignInAsync(tenant, Password, "x")).ShouldBeRefused();

        var name = await App.World.Audit.ReadAsync("sign-in-failed", happened => happened.SubjectName);
        name!.ShouldMatch(@"\At… \([0-9]{2}\) [0-9a-f]{10}\z");
        (await App.World.Audit.CountMentioningAsync("violet8642")).ShouldBe(0);
    }

    [Theory]
    [InlineData(Control)]
    [InlineData(Security)]
    public async Task AU_05_NorOnTheWayBackIn(string tenant)
    {
        await App.InTenantAsync(tenant,
            services => services.GetRequiredService<RecoveryInbox>().SubmitAsync(new RecoveryForm(Password, "x", "x@example.jp")));
        await App.Services.GetRequiredService<RecoveryWorker>().RunOnceAsync(CancellationToken.None);

        (await App.World.Audit.ReadAsync("recovery-refused", happened => happened.SubjectName)).ShouldStartWith("t… (16) ");
    }

    [Theory]
    [InlineData("N9999999")]
    [InlineData("ｎ９９９９９９９")]
    public async Task ADMIN_7_WhatLooksLikeTheTenantsIds_IsKeptAsTyped(string typed)
    {
        (await App.CreateBrowser().TrySignInAsync(Control, typed, "x")).ShouldBeRefused();
        (await App.World.Audit.ReadAsync("sign-in-failed", happened => happened.SubjectName)).ShouldBe(typed);
    }

    [Fact]
    public async Task ADMIN_7_TheSameText_HasTheSameNameInItsTenant_OnEveryNode_AndAnotherElsewhere()
    {
        await using var other = App.SecondNode();
        await App.CreateBrowser().TrySignInAsync(Security, "stranger@example.jp", "x");
        await App.CreateBrowser().At(other).TrySignInAsync(Security, "Stranger@EXAMPLE.jp ", "x");
        await App.CreateBrowser().TrySignInAsync(Control, "stranger@example.jp", "x");

        var names = await App.World.Audit.ListAsync("sign-in-failed", happened => happened.SubjectName);
        names.Count.ShouldBe(3);
        names[1].ShouldBe(names[0]);
        names[2].ShouldNotBe(names[0]);
    }

    [Fact]
    public async Task ADMIN_7_ASearchForWhatWasTypedStillFindsIt()
    {
        await App.CreateBrowser().TrySignInAsync(Security, "stranger@example.jp", "x");
        await App.CreateBrowser().TrySignInAsync(Control, "another@example.jp", "x");
        var administrator = await AdministratorAsync();

        (await administrator.GetAsync("/admin/audit?subject=stranger@example.jp")).ShouldShow("s… (19)").ShouldNotShow("a… (18)");
        (await administrator.GetAsync("/admin/audit?subject=nobody@example.jp")).ShouldNotShow("s… (19)");
    }
}
