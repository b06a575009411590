using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Delegation;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Audit;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Features.OwnAccount.OwnData;
using Portal.Web.Files.Pictures;
using Portal.Web.Tests.Features.Operators;
using Portal.Web.Tests.Files;

namespace Portal.Web.Tests.Features.OwnAccount.Profile;

public sealed class OwnProfile : OperatorsTest
{
    private const string Shown = "/t/control/account/profile";
    private const string Form = "/t/control/account/profile/edit";
    private const string PictureForm = "/t/control/account/picture";

    [Fact]
    public async Task PROF_1_AUserChangesItsProfileAndKanaIsStoredFullWidth()
    {
        var browser = await SignedInAsync(ChildId);
        var form = (await (await browser.GetAsync(Shown)).ClickAsync("main .p-button")).ShouldBeOk().Form();

        var saved = await form.Fill("FamilyName", "髙橋㈱").Fill("FamilyNameKana", "たかはし").Fill("GivenNameKana", "ﾊﾅｺﾞ")
                .Fill("PreferredName", "はな").Fill("Title", "課長")
            .Fill("Biography", "一行目\r\n二行目").Fill("Phone", "０３ー１２３４ー５６７８").Fill("MobilePhone", "09012345678").SubmitAsync();

        saved.ShouldRedirectTo(Shown);
        var page = (await browser.GetAsync(Shown)).ShouldBeOk();
        page.ShouldShow("プロフィールを保存しました。").ShouldShow("髙橋㈱ 花子").ShouldShow("タカハシ ハナゴ").ShouldShow("課長").ShouldShow("03-1234-5678")
            .ShouldShow("09012345678");
        page.Find("summary.p-menu__summary").TextContent.ShouldContain("はな");
        var row = await App.QueryAsync(Tenant, db => db.Users.SingleAsync(user => user.Id == Child));
        (row.FamilyNameKana, row.GivenNameKana, row.Biography, row.ChangedBy).ShouldBe(("タカハシ", "ハナゴ", "一行目\n二行目", ChildId));
        (await DetailsOfAsync(AuditKinds.ProfileChanged)).ShouldNotBeNull().ShouldContain("\"title\":[\"\",\"課長\"]");
        (await browser.GetAsync(Shown + "?culture=en")).ShouldShow("Display name");
    }

    [Theory]
    [InlineData("FamilyNameKana", "田中", "フリガナをカタカナまたはひらがなで入力してください")]
    [InlineData("Phone", "12345", "電話番号を10桁または11桁の数字で入力してください")]
    [InlineData("MobilePhone", "090-1234-567x", "携帯電話番号を10桁または11桁の数字で入力してください")]
    [InlineData("PreferredName", "a\u202Eb", "表示名に使えない文字が含まれています")]
    [InlineData("Title", "ああああああああああああああああああああああああああああああああああああああああああああああああああああああああああああああああああああああ", "役職は60文字以内で入力してください")]
    public async Task PROF_1_IV_01_WhatDoesNotFitIsToldAtItsField(string field, string typed, string message)
    {
        var browser = await SignedInAsync(ChildId);
        var page = await (await browser.GetAsync(Form)).Form().Fill(field, typed).SubmitAsync();
        page.ShouldBeRefused().ShouldShow(message);
        page.Title.ShouldStartWith("エラー：");
        (await EventsAsync(AuditKinds.ProfileChanged)).ShouldBe(0);
    }

    [Fact]
    public async Task TEXT_4_PROF_1_StoredNumbersThatNobodyTouches_BlockNothing()
    {
        await App.World.Accounts.ChangeAsync(Child, set => set.SetProperty(user => user.Phone, "03-0000-1002")
            .SetProperty(user => user.MobilePhone, "090-0000"));
        var browser = await SignedInAsync(ChildId);

        (await (await browser.GetAsync(Form)).Form().Fill("Title", "課長").SubmitAsync()).ShouldRedirectTo(Shown);

        (await UserAsync(user => user.Title + user.Phone + user.MobilePhone, Child)).ShouldBe("課長03-0000-1002090-0000");
    }

    [Fact]
    public async Task PROF_1_SAFE_1_AChangeMadeElsewhereMeanwhileIsShownBesideOnesOwn()
    {
        var browser = await SignedInAsync(ChildId);
        var form = (await browser.GetAsync(Form)).Form().Fill("Title", "部長");
        var parent = await SignedInAsync(ParentId);
        await (await (await parent.GetAsync(Page(Child, "edit"))).Form().Fill("FamilyName", "新山").SubmitAsync("check")).Form()
            .SubmitAsync("save");

        var conflict = await form.SubmitAsync();

        conflict.ShouldBe(HttpStatusCode.Conflict).ShouldShow(ParentId).ShouldShow("新山").ShouldShow("部長");
        (await UserAsync(user => user.Title, Child)).ShouldBe("");
        (await (await conflict.Form().SubmitAsync("入力した内容を見直す")).ShouldBeOk().Form().Fill("FamilyName", "新山").SubmitAsync())
            .ShouldRedirectTo(Shown);
        (await UserAsync(user => user.Title, Child), await UserAsync(user => user.FamilyName, Child)).ShouldBe(("部長", "新山"));
    }

    [Fact]
    public async Task AZ_03_OverpostedFieldsChangeNothing()
    {
        var browser = await SignedInAsync(ChildId);
        await (await browser.GetAsync(Form)).Form().Forge("Role", "Manager").Forge("Email", "x@example.jp").Forge("Department", "x")
            .Forge("Id", Sibling.ToString()).Fill("Title", "主任").SubmitAsync();
        var row = await App.QueryAsync(Tenant, db => db.Users.SingleAsync(user => user.Id == Child));
        (row.Title, row.Role, row.Email, row.Department)
            .ShouldBe(("主任", Rules.Delegation.AccountRole.Member, "child@control.example.jp", "監視センター"));
    }

    [Fact]
    public async Task PROF_1_FI_05_APictureIsStoredWithoutItsMetadataAndServedToItsOwnerAlone()
    {
        var browser = await SignedInAsync(ChildId);
        var file = SamplePictures.Png(5, 4, SamplePictures.Chunk("tEXt", "SECRET"u8.ToArray()));

        (await (await browser.GetAsync(PictureForm)).Form("form[enctype]").Attach("file", "me.exe", file, "text/html").SubmitAsync())
            .ShouldRedirectTo(Shown);

        var address = (await browser.GetAsync(Shown)).Find("img.p-portrait").GetAttribute("src")!;
        var picture = (await browser.GetAsync(address)).ShouldBeOk();
        picture.ShouldHaveHeader("Content-Type", "image/png").ShouldHaveHeader("X-Content-Type-Options", "nosniff")
            .ShouldHaveHeader("Content-Security-Policy", "default-src 'none'; sandbox").ShouldHaveHeader("Cache-Control", "no-store");
        picture.Content.ShouldBe(SamplePictures.Png(5, 4));
        (await (await SignedInAsync(SiblingId)).GetAsync(address)).ShouldBeNotFound();
        (await App.CreateBrowser().GetAsync(address)).ShouldBe(HttpStatusCode.Found);

        (await (await browser.GetAsync(PictureForm)).Form("form[action$=delete]").SubmitAsync()).ShouldRedirectTo(Shown);
        (await browser.GetAsync(address)).ShouldBeNotFound();
        (await EventsAsync(AuditKinds.PictureChanged, Child)).ShouldBe(2);
    }

    [Fact]
    public async Task PROF_1_FI_01_FI_06_OtherFilesAreRefusedAndNothingIsKept()
    {
        var browser = await SignedInAsync(ChildId);
        var form = await browser.GetAsync(PictureForm);
        Task<PortalPage> Send(byte[] file) => form.Form("form[enctype]").Attach("file", "me.png", file, "image/png").SubmitAsync();

        (await Send("<script>alert(1)</script>"u8.ToArray())).ShouldBeRefused().ShouldShow("「me.png」は対応していない形式です（対応：PNG、JPEG）");
        (await Send(SamplePictures.Png(50_000, 50_000))).ShouldBeRefused().ShouldShow("縦横4096ピクセル以下");
        (await Send([])).ShouldBeRefused().ShouldShow("空のファイルです");
        (await Send(new byte[Picture.LargestFile + 1])).ShouldBeRefused().ShouldShow("2MB以下");
        (await Send(new byte[Picture.LargestFile * 2])).ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await form.Form("form[enctype]").SubmitAsync()).ShouldBeRefused().ShouldShow("画像ファイルを選択してください");

        (await App.QueryAsync(Tenant, db => db.UserPictures.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task PROF_3_TheUserGetsAllThatIsStoredAboutItAndNoSecret()
    {
        await RecordedElsewhereAsync();
        var browser = await SignedInAsync(ChildId);
        await (await browser.GetAsync(PictureForm)).Form("form[enctype]").Attach("file", "me.png", SamplePictures.Png(5, 4)).SubmitAsync();

        var file = await (await browser.GetAsync("/t/control/account/data")).Form().SubmitAsync();

        file.ShouldBeOk().ShouldHaveHeader("Content-Type", "application/json");
        file.Headers["Content-Disposition"].ShouldContain("control_202605131000.json");
        using var json = JsonDocument.Parse(file.Body);
        var account = json.RootElement.GetProperty("account");
        (account.GetProperty("loginId").GetString(), account.GetProperty("familyName").GetString(),
            account.GetProperty("email").GetString()).ShouldBe((ChildId, "山田", "child@control.example.jp"));
        account.GetProperty("contract").GetProperty("number").GetString().ShouldBe("C-900001");
        json.RootElement.GetProperty("sessions").GetArrayLength().ShouldBe(1);
        Convert.FromBase64String(json.RootElement.GetProperty("picture").GetProperty("content").GetString()!)
            .ShouldBe(SamplePictures.Png(5, 4));
        var history = json.RootElement.GetProperty("history").EnumerateArray().ToDictionary(
            row => row.GetProperty("kind").GetString()!,
            row => (Event: row.GetProperty("event").GetString(), By: row.GetProperty("by").GetString()));
        history.ShouldContainKey(AuditKinds.SignedIn);
        history[AuditKinds.SignedIn].By.ShouldBeNull();

        // With the words of the page.
        history["option-service-saved"].ShouldBe(("オプションサービスの設定：転送電話、利用する、06-6123-4567 に転送", ParentId));
        var row = await App.QueryAsync(Tenant, db => db.Users.SingleAsync(user => user.Id == Child));
        file.ShouldNotShow(row.PasswordHash!).ShouldNotShow(row.KeywordHash!).ShouldNotShow(row.SecurityStamp!).ShouldNotShow(SiblingId)
            .ShouldNotShow("198.51.100.99");
        (await EventsAsync(OwnDataEvents.OwnDataDownloaded, Child)).ShouldBe(1);
    }

    [Fact]
    public async Task PROF_3_MFA_6_ItAsksForAProofWhenTheLastOneIsOld()
    {
        var browser = await SignedInAsync(ChildId);
        App.Time.Advance(TimeSpan.FromMinutes(11));
        var answer = await (await browser.GetAsync("/t/control/account/data")).Form().SubmitAsync();
        answer.ShouldBe(HttpStatusCode.SeeOther).Location.ShouldNotBeNull().ShouldStartWith("/t/control/reauth");
        (await EventsAsync(OwnDataEvents.OwnDataDownloaded)).ShouldBe(0);
    }

    /// <summary>A colleague releases this user; where that colleague sat is not this user's to know.</summary>
    private Task RecordedElsewhereAsync() => App.InTenantAsync(Tenant, async services =>
    {
        var child = await services.GetRequiredService<PortalDbContext>().Users.SingleAsync(user => user.Id == Child);
        var actor = services.GetRequiredService<AuditActor>();
        (actor.Kind, actor.Id, actor.Name, actor.Address) = (ActorKind.User, Parent, ParentId, "198.51.100.99");
        services.GetRequiredService<AuditLog>().Record("released", AuditSubject.Of(child));
        services.GetRequiredService<AuditLog>().Record("option-service-saved", AuditSubject.Of(child),
            details: new { service = "forwarding", inUse = true, target = "06-6123-4567" });
    });
}
