using Portal.Rules.Cases;
using Portal.TestKit.Web;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Features.Admin.TenantPolicies;

/// <summary>Desk hours and response targets are changed on pages, as other policies are (CASE-9, ADMIN-3).</summary>
public sealed class ChangingTargets : StaffTest
{
    private const string Page = "/admin/policies/security";

    [Fact]
    public async Task CASE_9_ADMIN_3_ClosedDaysOfTheDesk_AreAVersion()
    {
        var form = Form(await (await AdministratorAsync()).GetAsync($"{Page}/desk"))
            .Fill("Values[freeDays]", "2027/01/04\n2027-01-05").Fill("Values[until]", "18:00").Fill("Reason", "年始の休業");

        var check = (await form.SubmitAsync("check")).ShouldBeOk().ShouldShow("2027-01-04、2027-01-05").ShouldShow("18:00");
        (await Form(check).SubmitAsync("save")).ShouldRedirectTo(Page);

        var desk = (await ProfileAsync()).Cases.Desk!;
        (desk.From, desk.Until, desk.Days.Count).ShouldBe(("9:00", "18:00", 5));
        desk.FreeDays.ShouldBe([new DateOnly(2027, 1, 4), new DateOnly(2027, 1, 5)]);
        (await EventsAsync("tenant-profile-changed")).ShouldHaveSingleItem().Event.Reason.ShouldBe("年始の休業");
    }

    [Fact]
    public async Task CASE_9_ADMIN_3_WithoutWorkingDays_TheClockRunsRoundTheClock_AndADeskComesBack()
    {
        var staff = await AdministratorAsync();
        var form = Form(await staff.GetAsync($"{Page}/desk")).Fill("Reason", "24時間の受付");
        foreach (var day in new[] { "monday", "tuesday", "wednesday", "thursday", "friday" })
        {
            form.Uncheck("Days", day);
        }

        (await ApplyAsync(form)).ShouldRedirectTo(Page);
        (await ProfileAsync()).Cases.Desk.ShouldBeNull();
        (await staff.GetAsync($"{Page}/desk")).ShouldBeOk();

        var back = Form(await staff.GetAsync($"{Page}/desk")).Check("Days", "monday").Fill("Values[from]", "9:00")
            .Fill("Values[until]", "24:00").Fill("Reason", "月曜のみ");
        (await ApplyAsync(back)).ShouldRedirectTo(Page);
        (await ProfileAsync()).Cases.Desk!.Days.ShouldBe([DayOfWeek.Monday]);
    }

    [Theory]
    [InlineData("Values[until]", "8:00", "営業開始より後")]
    [InlineData("Values[from]", "", "入力してください")]
    [InlineData("Values[freeDays]", "2027-02-31", "日付")]
    public async Task CASE_9_ADMIN_3_HoursThatMakeNoSense_AreSaidAtTheirField(string field, string typed, string said)
    {
        var form = Form(await (await AdministratorAsync()).GetAsync($"{Page}/desk")).Fill(field, typed).Fill("Reason", "見直し");

        (await form.SubmitAsync("check")).ShouldBeRefused().ShouldShow(said);
        (await App.World.ProfileVersions.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task CASE_9_ADMIN_3_TargetsAreLinesByKindAndPriority()
    {
        var staff = await AdministratorAsync();
        (await staff.GetAsync(Page)).ShouldBeOk().ShouldShow("初回回答 1時間、次の回答 2時間、解決 8時間");
        var form = Form(await staff.GetAsync($"{Page}/targets"))
            .Fill("Values[target_0_firstAnswerHours]", "0.5").Fill("Reason", "至急を早く");

        (await ApplyAsync(form)).ShouldRedirectTo(Page);

        var targets = (await ProfileAsync()).Cases.Targets!;
        targets[0].FirstAnswerHours.ShouldBe(0.5);
        targets[0].Priority.ShouldBe(CasePriority.Urgent);
        targets.Select(target => target.Kinds?.Single()).ShouldBe([null, CaseKind.Fault, CaseKind.Alert, null]);
    }

    [Theory]
    [InlineData("Values[target_0_solutionHours]", "0.5", "初回回答以上")]
    [InlineData("Values[target_0_nextAnswerHours]", "", "入力してください")]
    [InlineData("Values[target_0_firstAnswerHours]", "0", "0より大きく")]
    public async Task CASE_9_ADMIN_3_TargetsThatMakeNoSense_AreSaidAtTheirField(string field, string typed, string said)
    {
        var form = Form(await (await AdministratorAsync()).GetAsync($"{Page}/targets")).Fill(field, typed).Fill("Reason", "見直し");

        (await form.SubmitAsync("check")).ShouldBeRefused().ShouldShow(said);
        (await App.World.ProfileVersions.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task CASE_9_ADMIN_3_ALineThatNeverCounts_IsRefused()
    {
        var form = Form(await (await AdministratorAsync()).GetAsync($"{Page}/targets")).Choose("Values[target_0_priority]", "")
            .Fill("Reason", "見直し");

        (await form.SubmitAsync("check")).ShouldBeRefused().ShouldShow("2行目は使われません");
    }

    [Fact]
    public async Task SAFE_1_CASE_9_TargetsTypedBeforeSomebodyElsesChange_StandBesideThose()
    {
        var staff = await AdministratorAsync();
        var form = Form(await staff.GetAsync($"{Page}/targets")).Fill("Values[target_0_firstAnswerHours]", "0.5").Fill("Reason", "至急を早く");
        (await ApplyAsync(Form(await staff.GetAsync($"{Page}/targets")).Fill("Values[target_0_firstAnswerHours]", "0.75")
            .Fill("Reason", "別の人"))).ShouldRedirectTo(Page);

        var conflict = (await form.SubmitAsync("check")).ShouldBe(System.Net.HttpStatusCode.Conflict);

        conflict.Texts("main tbody tr").ShouldContain(row =>
            row.Contains("0.5", StringComparison.Ordinal) && row.Contains("0.75", StringComparison.Ordinal));
        (await Form((await Form(conflict).SubmitAsync("check")).ShouldBeOk()).SubmitAsync("save")).ShouldRedirectTo(Page);
        (await ProfileAsync()).Cases.Targets![0].FirstAnswerHours.ShouldBe(0.5);
    }

    private async Task<TenantProfile> ProfileAsync() =>
        ProfileJson.Read((await App.World.Tenants.ReadAsync(row => row.Slug == Security, row => row.Profile))!, Security);

    private static async Task<PortalPage> ApplyAsync(PortalForm form) =>
        await Form((await form.SubmitAsync("check")).ShouldBeOk()).SubmitAsync("save");

    private static PortalForm Form(PortalPage page) => page.Form("main form");
}
