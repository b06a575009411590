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

        var name = await App.Database.ReadAsync<string>($"""SELECT "SubjectName" FROM "AuditEvents" WHERE "Kind" = 'sign-in-failed'""");
        name!.ShouldMatch(@"\At… \([0-9]{2}\) [0-9a-f]{10}\z");
        (await App.Database.ReadAsync<long>($"""SELECT count(*) FROM "AuditEvents" row WHERE lower(row::text) LIKE '%violet8642%'"""))
            .ShouldBe(0);
    }

    [Theory]
    [InlineData(Control)]
    [InlineData(Security)]
    public async Task AU_05_NorOnTheWayBackIn(string tenant)
    {
        await App.InTenantAsync(tenant,
            services => services.GetRequiredService<RecoveryInbox>().SubmitAsync(new RecoveryForm(Password, "x", "x@example.jp")));
        await App.Services.GetRequiredService<RecoveryWorker>().RunOnceAsync(CancellationToken.None);

        (await App.Database.ReadAsync<string>($"""SELECT "SubjectName" FROM "AuditEvents" WHERE "Kind" = 'recovery-refused'"""))
            .ShouldStartWith("t… (16) ");
    }

    [Theory]
    [InlineData("N9999999")]
    [InlineData("ｎ９９９９９９９")]
    public async Task ADMIN_7_WhatLooksLikeTheTenantsIds_IsKeptAsTyped(string typed)
    {
        (await App.CreateBrowser().TrySignInAsync(Control, typed, "x")).ShouldBeRefused();
        (await App.Database.ReadAsync<string>($"""SELECT "SubjectName" FROM "AuditEvents" WHERE "Kind" = 'sign-in-failed'"""))
            .ShouldBe(typed);
    }

    [Fact]
    public async Task ADMIN_7_TheSameText_HasTheSameNameInItsTenant_OnEveryNode_AndAnotherElsewhere()
    {
        await using var other = App.SecondNode();
        await App.CreateBrowser().TrySignInAsync(Security, "stranger@example.jp", "x");
        await App.CreateBrowser().At(other).TrySignInAsync(Security, "Stranger@EXAMPLE.jp ", "x");
        await App.CreateBrowser().TrySignInAsync(Control, "stranger@example.jp", "x");

        var names = await App.Database.ListAsync<string>($"""
            SELECT "SubjectName" FROM "AuditEvents" WHERE "Kind" = 'sign-in-failed' ORDER BY "OccurredAt", "Id"
            """);
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
