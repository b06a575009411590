using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Points;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Domain.Points;

namespace Portal.Web.Tests.Features.Points;

/// <summary>The staff takes points of a grant back (ADMIN-4, PNTS-1).</summary>
public sealed class TakingPointsBack : PointTest
{
    [Fact]
    public async Task ADMIN_4_PNTS_1_Asked_TakenBack_RowEventMailAndPages()
    {
        await GrantAsync(100);
        await ReservedAsync(30);
        var staff = await AdministratorAsync();
        var ledger = (await staff.GetAsync(await LedgerAsync())).ShouldBeOk();

        var form = (await ledger.ClickAsync("取り消す 年間ポイント 100ポイント")).ShouldBeOk();
        form.Find("input[name=Amount]").GetAttribute("value").ShouldBe("70");
        var done = await form.Form("form:has(input[name=Amount])").Fill("Amount", "４０").Fill("Reason", "誤って付与").SubmitAsync();

        var page = (await done.FollowAsync()).ShouldBeOk().ShouldShow($"{Contract}の40ポイントを取り消しました").ShouldShow("取り消し");
        page.Has("a[href$=take-back]").ShouldBeFalse("a grant is taken back once");
        var balance = await BalanceAsync();
        (balance.Granted, balance.Reserved, balance.TakenBack, balance.Left).ShouldBe((100, 30, 40, 30));
        (await App.World.Audit.ReadAsync("points-taken-back", happened => new { happened.Reason, happened.SubjectName }))
            .ShouldBe(new { Reason = (string?)"誤って付与", SubjectName = (string?)Contract });
        var mail = (await App.MailsAsync("taro@example.jp"))
            .Single(each => each.Subject.StartsWith("ポイントの付与を取り消しました", StringComparison.Ordinal));
        mail.Text.ShouldContain("40");
        mail.Text.ShouldNotContain("誤って付与");
        (await (await SignedInAsync(AuthorId)).GetAsync(Page)).ShouldBeOk().ShouldShow("付与の取り消し").ShouldNotShow("誤って付与");
        (await CheckAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData("", "理由", "ポイントを入力してください")]
    [InlineData("0", "理由", "ポイントを1から100までの数字で入力してください")]
    [InlineData("101", "理由", "ポイントを1から100までの数字で入力してください")]
    [InlineData("71", "理由", "残りのポイントより多く取り消せません。残りは70ポイントです")]
    [InlineData("10", "", "理由を入力してください")]
    public async Task ADMIN_4_WhatIsWrong_IsSaidAtItsField(string amount, string reason, string said)
    {
        await GrantAsync(100);
        await ReservedAsync(30);
        var form = (await (await AdministratorAsync()).GetAsync(await PathAsync())).ShouldBeOk().Form("form:has(input[name=Amount])");

        var again = await form.Fill("Amount", amount).Fill("Reason", reason).SubmitAsync();

        again.ShouldBeRefused().ShouldShow(said);
        again.Find("input[name=Amount]").GetAttribute("value").ShouldBe(amount);
        (await BalanceAsync()).TakenBack.ShouldBe(0);
    }

    [Fact]
    public async Task AZ_18_PNTS_1_OfTwoAtOnce_OneTakesTheGrantBack_AndWhatIsReservedMeanwhileStays()
    {
        await GrantAsync(100);
        var (contract, grant) = (await ContractIdAsync(), await GrantIdAsync());
        Task<PointOutcome> TakeAsync() => App.InTenantAsync(Tenant, services => services.GetRequiredService<PointGrants>()
            .TakeBackAsync(contract, grant, 60, Staff, "誤り"));

        var outcomes = await Task.WhenAll(TakeAsync(), TakeAsync(), ReserveAsync(60));

        var balance = await BalanceAsync();
        balance.Left.ShouldBeGreaterThanOrEqualTo(0);
        (balance.TakenBack is 0 or 60).ShouldBeTrue();
        outcomes.OfType<PointOutcome.Done>().ShouldHaveSingleItem("60 and 60 are more than 100, and a grant is taken back once");
        (await CheckAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task ADMIN_4_WhatAColleagueTookBack_IsSaid_AndNothingHappens()
    {
        await GrantAsync(100);
        var form = (await (await AdministratorAsync()).GetAsync(await PathAsync())).ShouldBeOk().Form("form:has(input[name=Amount])");
        var (contract, grant) = (await ContractIdAsync(), await GrantIdAsync());
        await App.InTenantAsync(Tenant, services => services.GetRequiredService<PointGrants>()
            .TakeBackAsync(contract, grant, 10, Staff, "誤り"));

        var page = await (await form.Fill("Reason", "理由").SubmitAsync()).FollowAsync();

        page.ShouldBeOk().ShouldShow("すでに取り消されています");
        (await BalanceAsync()).TakenBack.ShouldBe(10);
    }

    [Fact]
    public async Task ADMIN_4_WhereNothingIsLeft_NothingIsAsked()
    {
        await GrantAsync(100);
        await ReservedAsync(100);

        var page = await (await (await AdministratorAsync()).GetAsync(await PathAsync())).FollowAsync();

        page.ShouldBeOk().ShouldShow("残りのポイントがないため、取り消せません");
    }

    [Fact]
    public async Task AZ_01_AZ_18_OnlyAdministrators_AndOnlyGrantsOfTheContract()
    {
        await GrantAsync(100);
        var reserved = await ReservedAsync(10);
        var (path, grant) = (await PathAsync(), await GrantIdAsync());
        (await (await AgentAsync()).GetAsync(path)).ShouldBeForbidden();
        var staff = await AdministratorAsync();
        (await staff.GetAsync(path.Replace($"{grant}", $"{Guid.NewGuid()}", StringComparison.Ordinal))).ShouldBeNotFound();
        (await staff.GetAsync(path.Replace($"{grant}", $"{reserved}", StringComparison.Ordinal))).ShouldBeNotFound();
    }

    private async Task<string> LedgerAsync() => $"/admin/contracts/{Tenant}/{await ContractIdAsync()}/ledger";

    private async Task<string> PathAsync() =>
        $"/admin/contracts/{Tenant}/{await ContractIdAsync()}/points/{await GrantIdAsync()}/take-back";

    private Task<Guid> GrantIdAsync() => App.World.PointEntries.ReadAsync(entry => entry.Kind == PointKind.Grant, entry => entry.Id);

    private Task<int> CheckAsync() => App.InTenantAsync(Tenant, services => services.GetRequiredService<PointCheck>().RunAsync());
}
