using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Delegation;
using Portal.TestKit.Web;
using Portal.Web.Audit;
using Portal.Web.Export;
using Portal.Web.Tests.Files;

namespace Portal.Web.Tests.Features.Memberships;

/// <summary>The account belongs to its home contract, wherever its owner works (CONT-2).</summary>
public sealed class KeepingTheOwnAccount : MembershipTest
{
    private const string Own = "/t/security/account/";

    [Fact]
    public async Task ADMIN_7_WhatOneDoesToOnesOwnAccount_IsInTheHistoryOfTheHomeContract()
    {
        await App.World.Memberships.AddAsync(Member, Other);
        await SignedInAsync(MemberId);
        var member = await SignedInAsync(MemberId);
        await SwitchAsync(member, Other);

        await (await member.GetAsync(Own + "preferences")).ShouldBeOk().Form().Choose("Theme", "dark").SubmitAsync();
        await (await member.GetAsync(Own + "picture")).ShouldBeOk().Form("form[enctype]")
            .Attach("file", "me.png", SamplePictures.Png(5, 4)).SubmitAsync();
        (await (await member.GetAsync(Own + "data")).ShouldBeOk().Form("form[action$='/account/data']").SubmitAsync()).ShouldBeOk();
        (await (await member.GetAsync(Own + "login-history")).ShouldBeOk().Form("form[action$=export]").SubmitAsync("CSVで保存"))
            .ShouldBeOk();
        await (await member.GetAsync(Own + "sessions")).ShouldBeOk().Form("form[action$='end-others']").SubmitAsync();
        await (await member.GetAsync("/t/security/home")).ShouldBeOk().Form("form[action$='/logout']").SubmitAsync();

        var home = await UserAsync(user => user.ContractId, Member);
        foreach (var kind in new[]
        {
            AuditKinds.ProfileChanged, AuditKinds.PictureChanged, "own-data-downloaded", ExportEvents.Exported, AuditKinds.SessionEnded,
            AuditKinds.SignedOut,
        })
        {
            (await App.World.Audit.ListAsync(kind, happened => happened.ContractId)).ShouldHaveSingleItem(kind).ShouldBe(home, kind);
        }
    }

    [Fact]
    public async Task ADMIN_7_HIST_3_ALongFileOfOnesOwnHistory_IsOrderedInTheHomeContract()
    {
        await App.World.Memberships.AddAsync(Member, Other);
        await App.World.Audit.AddPastAsync(Member, 10_001, App.Time.GetUtcNow().AddHours(-4), TimeSpan.FromSeconds(1));
        var member = await SignedInAsync(MemberId);
        await SwitchAsync(member, Other);

        (await (await member.GetAsync(Own + "login-history")).ShouldBeOk().Form("form[action$=export]").SubmitAsync("Excelで保存"))
            .ShouldRedirectTo(Own + "exports");
        (await (await member.GetAsync(Own + "exports")).ShouldBeOk().Form("form[action$='/cancel']").SubmitAsync())
            .ShouldRedirectTo(Own + "exports");

        var home = await UserAsync(user => user.ContractId, Member);
        foreach (var kind in new[] { ExportEvents.ExportRequested, ExportEvents.ExportCancelled })
        {
            (await App.World.Audit.ListAsync(kind, happened => happened.ContractId)).ShouldHaveSingleItem(kind).ShouldBe(home, kind);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ADMIN_7_HIST_3_WhatBecomesOfALongFileOfTheContractAtWork_StandsInThatContract(bool isCancelled)
    {
        await App.World.Memberships.AddAsync(Member, Other, AccountRole.Manager);
        await App.World.Audit.AddPastAsync(Stranger, 10_001, App.Time.GetUtcNow().AddHours(-4), TimeSpan.FromSeconds(1));
        var member = await SignedInAsync(MemberId);
        await SwitchAsync(member, Other);

        (await (await member.GetAsync(List + "/login-history")).ShouldBeOk().Form("form[action$=export]").SubmitAsync("Excelで保存"))
            .ShouldRedirectTo(Own + "exports");
        if (isCancelled)
        {
            await (await member.GetAsync(Own + "exports")).ShouldBeOk().Form("form[action$='/cancel']").SubmitAsync();
        }
        else
        {
            await App.Services.GetRequiredService<ExportRunner>().RunOnceAsync(CancellationToken.None);
        }

        var other = await UserAsync(user => user.ContractId, Stranger);
        foreach (var kind in new[] { ExportEvents.ExportRequested, isCancelled ? ExportEvents.ExportCancelled : ExportEvents.Exported })
        {
            (await App.World.Audit.ListAsync(kind, happened => happened.ContractId)).ShouldHaveSingleItem(kind).ShouldBe(other, kind);
        }
    }
}
