using System.Net;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;

namespace Portal.Web.Tests.Features.LinkedAdministrators;

public sealed class CuttingLinks : LinkedTest
{
    [Fact]
    public async Task LINK_4_TheManagerUnlinks_AfterAPageThatNamesTheId()
    {
        var manager = await ManagerAsync();
        await LinkAsync(manager, FirstId);

        var confirm = await (await manager.GetAsync(Ids)).ClickAsync("a[href$='/unlink']");
        confirm.ShouldBeOk().ShouldShow(FirstId).ShouldShow("この管理者IDの連携を解除しますか？");
        (await confirm.Form().SubmitAsync("連携を解除")).ShouldRedirectTo(Ids);

        (await manager.GetAsync(Ids)).ShouldShow("連携している管理者IDはありません");
        (await App.World.AdministratorLinks.CountAsync()).ShouldBe(0);
        (await App.World.Audit.CountAsync("administrator-unlinked", First)).ShouldBe(1);
        (await App.MailsAsync($"{FirstId}@example.jp")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task LINK_5_TheOwnerSeesWhoIsLinked_SinceWhenAndWhenLastUsed()
    {
        var manager = await ManagerAsync();
        await OpenAsync(manager, FirstId);

        var page = (await (await AdministratorAsync()).GetAsync(Managers)).ShouldBeOk();

        page.ShouldShow(ManagerId).ShouldShow("経理 花子");
        page.Document.QuerySelectorAll("tbody time").Length.ShouldBe(2);
        (await (await AdministratorAsync(SecondId)).GetAsync(Managers)).ShouldBeOk().ShouldNotShow(ManagerId);
    }

    [Fact]
    public async Task LINK_5_AZ_09_TheOwnerCutsALink_AndOpenTabsAreOverAtOnce()
    {
        var manager = await ManagerAsync();
        var home = await OpenAsync(manager, FirstId);
        var edit = await manager.GetAsync($"{PlaceOf(home)}/operators/{FirstUser}/edit");
        var owner = await AdministratorAsync();

        var confirm = await (await owner.GetAsync(Managers)).ClickAsync("a[href$='/unlink']");
        (await confirm.ShouldBeOk().ShouldShow(ManagerId).Form().SubmitAsync("連携を解除")).ShouldRedirectTo(Managers);

        (await manager.GetAsync(PlaceOf(home) + "/home")).ShouldBeNotFound();
        if (edit.Status == HttpStatusCode.OK)
        {
            (await edit.Form().SubmitAsync()).ShouldBeNotFound();
        }

        (await manager.GetAsync(Ids)).ShouldBeOk().ShouldNotShow(FirstId);
        (await App.World.Audit.ReadAsync("administrator-unlinked", First, happened => happened.ActorId)).ShouldBe(First);
    }

    [Fact]
    public async Task LINK_7_CuttingALink_EndsTheUsersOpenedThrough_ItAsWell()
    {
        var manager = await ManagerAsync();
        var home = await OpenAsync(manager, FirstId);
        var user = await manager.GetAsync($"{PlaceOf(home)}/operators/{FirstUser}");
        var proxy = await (await user.Form("form[action$='/act-as']").SubmitAsync()).FollowAsync();
        proxy.ShouldBeOk().Find(".p-acting").TextContent.ShouldContain(FirstUserId);
        (await App.World.Audit.ReadAsync("acting-started", FirstUser, happened => happened.ActorId)).ShouldBe(Manager);

        var owner = await AdministratorAsync();
        var confirm = await (await owner.GetAsync(Managers)).ClickAsync("a[href$='/unlink']");
        await confirm.Form().SubmitAsync("連携を解除");

        (await manager.GetAsync(PlaceOf(proxy) + "/home")).ShouldBeNotFound();
        (await manager.GetAsync(PlaceOf(home) + "/home")).ShouldBeNotFound();
    }

    [Fact]
    public async Task LINK_5_AnothersLinkIsNotCut()
    {
        await LinkAsync(await ManagerAsync(), FirstId);
        var link = await App.World.AdministratorLinks.ReadAsync(row => row.Id);
        var stranger = await AdministratorAsync(SecondId);
        var form = (await stranger.GetAsync(Managers)).ShouldBeOk().Form("form[action$='/logout']");

        (await stranger.GetAsync($"{Managers}/{link}/unlink")).ShouldBeNotFound();
        (await stranger.PostAsync($"{Managers}/{link}/unlink", form.Fields.Select(field => KeyValuePair.Create(field.Name, field.Value))))
            .ShouldBeNotFound();

        (await App.World.AdministratorLinks.CountAsync()).ShouldBe(1);
        (await EventsAsync("administrator-unlinked")).ShouldBe(0);
        (await App.World.Audit.ReadAsync("foreign-id-requested", happened => happened.SubjectName)).ShouldBe(link.ToString());
    }

    [Fact]
    public async Task LINK_5_InAnAdministratorsPlace_LinksAreNobodysToCut()
    {
        var manager = await ManagerAsync();
        var place = PlaceOf(await OpenAsync(manager, FirstId));

        (await manager.GetAsync(place + "/account/linked-managers")).ShouldBeForbidden().ShouldShow("ご本人だけが変更できます");
    }

    [Fact]
    public async Task AZ_10_UnlinkedFromBothSidesAtOnce_NothingIsLeft()
    {
        var manager = await ManagerAsync();
        await OpenAsync(manager, FirstId);
        var owner = await AdministratorAsync();
        var own = (await (await manager.GetAsync(Ids)).ClickAsync("a[href$='/unlink']")).Form();
        var cut = (await (await owner.GetAsync(Managers)).ClickAsync("a[href$='/unlink']")).Form();

        var answers = await Task.WhenAll(own.SubmitAsync(), cut.SubmitAsync());

        answers.Select(answer => answer.Status).ShouldBe([HttpStatusCode.SeeOther, HttpStatusCode.NotFound], ignoreOrder: true);
        (await App.World.AdministratorLinks.CountAsync()).ShouldBe(0);
        (await EventsAsync("administrator-unlinked")).ShouldBe(1);
        (await App.World.ActingRows.CountAsync(row => row.EndedAt == null)).ShouldBe(0);
    }
}
