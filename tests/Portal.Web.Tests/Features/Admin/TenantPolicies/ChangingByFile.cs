using System.Text.Json.Nodes;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data.Entities;
using Portal.Web.Tenancy.Profiles;

namespace Portal.Web.Tests.Features.Admin.TenantPolicies;

/// <summary>A profile goes out and in as a file, and is no way around the forms (ADMIN-3, ADMIN-11).</summary>
public sealed class ChangingByFile : PolicyTest
{
    [Fact]
    public async Task ADMIN_3_WhatIsStored_IsDownloaded_WithItsSchema()
    {
        var staff = await AdministratorAsync();

        var file = (await staff.GetAsync(FilePage + "/download")).ShouldBeOk();

        file.Body.ShouldBe(await App.World.Tenants.ReadAsync(row => row.Slug == Control, row => row.Profile));
        file.Headers["Content-Disposition"].ShouldContain("control.json");
        (await staff.GetAsync("/admin/policies/schema.json")).ShouldBeOk().Body.ShouldBe(ProfileJson.Schema());
    }

    [Fact]
    public async Task ADMIN_3_AFile_IsPreviewed_AndApplied_AsAVersionWithAReason()
    {
        var staff = await AdministratorAsync();

        var check = (await UploadAsync(staff, profile => WithLimit(profile, 4))).ShouldBeOk();

        check.ShouldShow("まだ適用していません").ShouldShow(Why).ShouldShow("今の利用者に、すぐに起きることはありません");
        (await App.World.ProfileVersions.CountAsync()).ShouldBe(0);
        (await (await SaveAsync(check)).FollowAsync()).ShouldBeOk().ShouldShow("設定を適用しました（第2版）");
        (await ProfileAsync()).Lockout.Limit.ShouldBe(4);
        var happened = (await EventsAsync("tenant-profile-changed")).ShouldHaveSingleItem();
        (happened.Tenant, happened.Event.Reason, happened.Event.ActorKind).ShouldBe((Control, Why, ActorKind.Staff));
    }

    [Fact]
    public async Task ADMIN_3_MembershipsThatAreGrantedNoMore_AreCounted_ForTheyStay()
    {
        const string Page = "/admin/policies/security/file";
        var member = await new Account(Security, "hanako@example.jp.cs") { Contract = "N900000001" }.AddToAsync(App);
        await new Account(Security, "jiro@example.jp.cs") { Contract = "N900000002" }.AddToAsync(App);
        await App.World.Memberships.AddAsync(member, "N900000002");
        var profile = await ProfileAsync(Security);
        var acts = profile.Operators!.Acts!.Where(act => act != DelegatedAct.GrantMembership);

        var check = await UploadAsync(await SystemAdministratorAsync(),
            ProfileJson.Write(profile with { Operators = profile.Operators with { Acts = [.. acts] } }), Page);

        check.ShouldBeOk().ShouldShow("ほかの契約から追加された利用者1人は、そのまま操作を続けられます");
    }

    [Theory]
    [InlineData("", "設定ファイルを選択してください")]
    [InlineData("{ \"slug\": ", "JSONとして読み取れません")]
    [InlineData("[]", "JSONとして読み取れません")]
    [InlineData("null", "JSONとして読み取れません")]
    [InlineData("{}", "必要な項目がありません")]
    [InlineData("{\"slug\":\"a\",\"slug\":\"b\"}", "1行目、slug：同じ名前の項目が2つ以上あります")]
    public async Task ADMIN_3_IV_01_WhatIsNoProfile_IsSaidAtTheField(string content, string said)
    {
        (await UploadAsync(await AdministratorAsync(), content)).ShouldBeRefused().ShouldShow(said);
        (await App.World.ProfileVersions.CountAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData("doors", "[null]", "doors[0]：null")]
    [InlineData("features", "[null]", "features[0]：null")]
    [InlineData("menu", "[{\"title\":{\"ja\":\"あ\"},\"items\":[null]}]", "menu[0].items[0]：null")]
    [InlineData("contact", "[{\"label\":null,\"value\":{\"ja\":\"あ\"}}]", "contact[0].label")]
    [InlineData("doors", "7", "doors：")]
    [InlineData("historyDays", "\"many\"", "historyDays：")]
    [InlineData("historyDays", "1e999", "historyDays：")]
    [InlineData("surprise", "true", "surprise")]
    [InlineData("lockout", "{\"limit\":0,\"ends\":\"timed\",\"minutes\":5}", "lockout.limit：")]
    [InlineData("signInNotice", "\"\\u0000\"", "signInNotice：使えない文字")]
    [InlineData("signInNotice", "\"\\ud800\"", "signInNotice：使えない文字")]
    [InlineData("timeZone", "\"../../etc/passwd\"", "timeZone：")]
    public async Task ADMIN_3_IV_01_AFaultyPart_IsNamedWithItsPath_AndNothingIsSaved(string name, string value, string said)
    {
        var profile = JsonNode.Parse(ProfileJson.Write(await ProfileAsync()))!.AsObject();
        profile.Remove(name);
        var content = profile.ToJsonString().TrimEnd()[..^1] + $",\"{name}\":{value}}}";

        (await UploadAsync(await AdministratorAsync(), content)).ShouldBeRefused().ShouldShow(said);

        (await App.World.ProfileVersions.CountAsync()).ShouldBe(0);
    }

    /// <summary>Where, by path and line, and why, in the reader's words and none of .NET's.</summary>
    [Theory]
    [InlineData("ja", "{\n  \"slug\": ", "JSONとして読み取れません。2行目の付近で、かっこ、カンマ、引用符を確認してください。")]
    [InlineData("en", "{\n  \"slug\": ", "This cannot be read as JSON: check brackets, commas and quotation marks near line 2.")]
    [InlineData("ja", "[]", "全体を1組の波かっこで囲んでください。")]
    [InlineData("ja", "{\n  \"motto\": 1\n}", "2行目、motto：この名前の項目はありません。")]
    [InlineData("en", "{\n  \"motto\": 1\n}", "Line 2, motto: there is no part of this name.")]
    [InlineData("ja", "{\n\n  \"session\": {}\n}", "3行目、session.idleMinutes：必要な項目がありません。")]
    [InlineData("ja", "{\n  \"historyDays\": \"many\" }", "2行目、historyDays：整数を指定してください。")]
    [InlineData("ja", "{\n  \"lockout\": { \"ends\": \"never\" } }", "lockout.ends：次のいずれかを指定してください：timed, untilReleased, void。")]
    [InlineData("ja", "{\n  \"features\": 7 }", "2行目、features：角かっこで囲んだ一覧を指定してください。")]
    public async Task ADMIN_3_SITE_2_AFault_IsSaidWithItsPlaceAndReason_InTheReadersLanguage(string language, string content, string said)
    {
        var staff = await AdministratorAsync();
        await App.World.Accounts.ChangeAllAsync(user => user.Language, language);

        (await UploadAsync(staff, content)).ShouldBeRefused().ShouldShow(said);
    }

    [Fact]
    public async Task ADMIN_3_SITE_2_SeveralFaults_AreToldTogether_EachWithItsLine()
    {
        var text = ProfileJson.Write((await ProfileAsync()) with { HistoryDays = 1, SignInNotice = "sometimes", TimeZone = "Asia/Edo" });
        int LineOf(string part) => text.Split('\n').ToList().FindIndex(line => line.Contains(part, StringComparison.Ordinal)) + 1;

        var refused = (await UploadAsync(await AdministratorAsync(), text)).ShouldBeRefused();

        refused.ShouldShow($"{LineOf("\"historyDays\"")}行目、historyDays：30日から3650日までにしてください。");
        refused.ShouldShow($"{LineOf("\"signInNotice\"")}行目、signInNotice：「sometimes」は使えません。");
        refused.ShouldShow($"{LineOf("\"timeZone\"")}行目、timeZone：「Asia/Edo」は、IANAのタイムゾーンの名前ではありません。");
    }

    [Fact]
    public async Task ADMIN_3_FI_06_WhatIsTooLarge_NotUtf8_OrDeep_IsRefused()
    {
        var staff = await AdministratorAsync();

        (await UploadAsync(staff, new byte[(64 * 1024) + 1])).ShouldBeRefused().ShouldShow("64 KB以下");
        (await UploadAsync(staff, [0x7B, 0xFF, 0xFE, 0x7D])).ShouldBeRefused().ShouldShow("UTF-8ではありません");
        (await UploadAsync(staff, new string('[', 10_000))).ShouldBeRefused().ShouldShow("JSONとして読み取れません");
    }

    [Fact]
    public async Task ADMIN_3_TheTextThatTheCheckPageSendsOn_IsCheckedAsWell()
    {
        var check = await UploadAsync(await AdministratorAsync(), profile => WithLimit(profile, 4));

        (await check.Form().Forge("Content", "{\"doors\":[null]}").SubmitAsync("save")).ShouldBeRefused().ShouldShow("doors[0]：null");

        (await App.World.ProfileVersions.CountAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData("host")]
    [InlineData("doors[0].title.ja")]
    [InlineData("features")]
    [InlineData("approval.acts")]
    [InlineData("name.ja")]
    public async Task ADMIN_11_MoreThanPolicies_IsForSystemAdministrators(string path)
    {
        var refused = await UploadAsync(await AdministratorAsync(), profile => Beyond(profile, path));

        refused.ShouldBeRefused().ShouldShow(path).ShouldShow("変更できるのはシステム管理者だけです");
        (await SaveAsync(await UploadAsync(await SystemAdministratorAsync(), profile => Beyond(profile, path)))).ShouldRedirectTo(Page);
        (await App.World.ProfileVersions.CountAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task ADMIN_11_WhatTheFormsOfNamesAndLookChange_IsLedToThem()
    {
        var staff = await AdministratorAsync();

        (await UploadAsync(staff, profile => Beyond(profile, "name.ja"))).ShouldBeRefused().ShouldShow("「名前と見た目」");
        (await UploadAsync(staff, profile => Beyond(profile, "host"))).ShouldBeRefused().ShouldNotShow("「名前と見た目」");
    }

    [Fact]
    public async Task ADMIN_3_FACE_7_ActsThatNeedApproval_AreSaidInWords()
    {
        var check = (await UploadAsync(await SystemAdministratorAsync(), profile => Beyond(profile, "approval.acts"))).ShouldBeOk();

        var said = string.Join('|', check.Texts("main th, main td"));
        said.ShouldContain("承認が必要な操作");
        said.ShouldContain("サイトの停止");
        said.ShouldNotContain("approval.acts");
        said.ShouldNotContain("suspend-tenant");
    }

    [Fact]
    public async Task ADMIN_11_MoreThanPolicies_IsNotLetInByTheStepThatSaves()
    {
        var check = await UploadAsync(await AdministratorAsync(), profile => WithLimit(profile, 4));
        var content = ProfileJson.Write(Beyond(await ProfileAsync(), "host"));

        (await check.Form().Forge("Content", content).SubmitAsync("save")).ShouldBeRefused().ShouldShow("システム管理者だけ");

        (await ProfileAsync()).Host.ShouldBeNull();
    }

    [Fact]
    public async Task ADMIN_3_APolicyThatNoFormWouldTake_AndAnotherSitesFile_AreRefused()
    {
        var staff = await SystemAdministratorAsync();

        (await UploadAsync(staff, profile => profile with { Session = profile.Session with { PerAccount = 5000 } }))
            .ShouldBeRefused().ShouldShow("session.perAccount");
        (await UploadAsync(staff, ProfileJson.Write(await ProfileAsync(Rental)))).ShouldBeRefused().ShouldShow("「rental」の設定です");
    }

    [Fact]
    public async Task SAFE_1_ADMIN_3_WhatSomebodyElseChanged_IsNotOverwritten()
    {
        var staff = await AdministratorAsync();
        var check = await UploadAsync(staff, profile => WithLimit(profile, 4));
        (await SaveAsync(await UploadAsync(staff, profile => WithLimit(profile, 3)))).ShouldRedirectTo(Page);

        var conflict = await SaveAsync(check);

        ((int)conflict.Status).ShouldBe(409);
        conflict.Texts("main tbody tr").ShouldContain(row =>
            row.Contains('3', StringComparison.Ordinal) && row.Contains('4', StringComparison.Ordinal));
        (await ProfileAsync()).Lockout.Limit.ShouldBe(3);
        (await SaveAsync((await conflict.Form().SubmitAsync("check")).ShouldShow(Why))).ShouldRedirectTo(Page);
        (await ProfileAsync()).Lockout.Limit.ShouldBe(4);
    }

    [Fact]
    public async Task SAFE_1_ADMIN_3_AFileChosenBeforeSomebodyElsesChange_IsComparedBeforeThePreview()
    {
        var staff = await AdministratorAsync();
        var form = (await staff.GetAsync(FilePage)).ShouldBeOk().Form()
            .Attach("Upload", "profile.json", System.Text.Encoding.UTF8.GetBytes(ProfileJson.Write(WithLimit(await ProfileAsync(), 4))),
                "application/json").Fill("Reason", Why);
        (await SaveAsync(await UploadAsync(staff, profile => WithLimit(profile, 3)))).ShouldRedirectTo(Page);

        var conflict = await form.SubmitAsync("check");

        ((int)conflict.Status).ShouldBe(409);
        conflict.ShouldShow(Why).ShouldNotShow("まだ適用していません");
    }

    [Fact]
    public async Task ADMIN_11_AnotherTenantsAdministrator_AndAnAgent_HaveNoFile()
    {
        var other = await SignedInAsync("other@portal.test", Portal.Rules.Delegation.AccountRole.TenantAdministrator, Rental);
        var agent = await AgentAsync();

        foreach (var path in new[] { FilePage, FilePage + "/download" })
        {
            (await other.GetAsync(path)).ShouldBeNotFound();
            (await agent.GetAsync(path)).ShouldBeForbidden();
        }

        (await agent.GetAsync("/admin/policies/schema.json")).ShouldBeForbidden();
    }

    private static TenantProfile Beyond(TenantProfile profile, string path) => path switch
    {
        "host" => profile with { Host = "control.example.com" },
        "features" => profile with { Features = [.. profile.Features.Where(feature => feature != "help")] },
        "approval.acts" => profile with { Approval = new ApprovalProfile(["suspend-tenant"]) },
        "name.ja" => profile with { Name = new LocalText("別の名前", profile.Name.En) },
        _ => profile with { Doors = [profile.Doors[0] with { Title = new LocalText("別の入口") }, .. profile.Doors.Skip(1)] },
    };
}
