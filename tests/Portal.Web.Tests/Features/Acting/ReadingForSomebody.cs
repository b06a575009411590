using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Announcements;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Announcements;
using Portal.Web.Tests.Features.LinkedAdministrators;

namespace Portal.Web.Tests.Features.Acting;

/// <summary>Who works in somebody's place reads there, and leaves no trace of reading (SE-13, LINK-6).</summary>
public sealed class ReadingForSomebody : LinkedTest
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await App.ChangeProfileAsync(Tenant, profile => profile with { Features = [.. profile.Features, "announcements", "knowledge"] });
    }

    [Fact]
    public async Task SE_13_AnAnnouncement_IsNotReadForItsOwner_AndItsBannerStays()
    {
        var id = await AnnounceAsync();
        var administrator = await AdministratorAsync();
        var place = await PlaceOfUserAsync(administrator);
        var page = (await administrator.GetAsync($"{place}/announcements/{id}")).ShouldBeOk().ShouldShow("切り替え作業").ShouldShow("閲覧数：0");
        page.Has("form[action$='/dismiss']").ShouldBeFalse("nothing offers what is closed");

        (await PostAsync(administrator, page, $"{place}/announcements/{id}/dismiss")).Status.ShouldBe(HttpStatusCode.Forbidden);

        (await App.World.AnnouncementReadings.CountAsync()).ShouldBe(0);
        var own = (await administrator.GetAsync($"{Base}/announcements/{id}")).ShouldBeOk().ShouldShow("閲覧数：1");
        (await PostAsync(administrator, own, $"{Base}/announcements/{id}/dismiss")).ShouldBe(HttpStatusCode.SeeOther);
        (await App.World.AnnouncementReadings.ListAsync(reading => reading.UserId)).ShouldBe([First]);
    }

    [Fact]
    public async Task SE_13_AnArticle_IsNeitherReadNorJudgedForItsOwner()
    {
        await WriteAsync();
        var administrator = await AdministratorAsync();
        var place = await PlaceOfUserAsync(administrator);
        var page = (await administrator.GetAsync($"{place}/kb/one")).ShouldBeOk().ShouldShow("記事の一").ShouldShow("閲覧数：0");
        page.Has("form[action$='/feedback']").ShouldBeFalse("nothing offers what is closed");

        (await PostAsync(administrator, page, $"{place}/kb/one/feedback", ("helpful", "true"))).Status.ShouldBe(HttpStatusCode.Forbidden);

        (await App.World.Articles.ReadAsync(row => row.ViewCount + row.HelpfulCount)).ShouldBe(0);
        var own = (await administrator.GetAsync($"{Base}/kb/one")).ShouldBeOk().ShouldShow("閲覧数：1");
        (await PostAsync(administrator, own, $"{Base}/kb/one/feedback", ("helpful", "true"))).ShouldBe(HttpStatusCode.SeeOther);
        (await App.World.Articles.ReadAsync(row => row.HelpfulCount)).ShouldBe(1);
    }

    private async Task<string> PlaceOfUserAsync(PortalBrowser administrator)
    {
        var page = (await administrator.GetAsync($"{Base}/operators/{FirstUser}")).ShouldBeOk();
        return PlaceOf(await (await page.Form("form[action$='/act-as']").SubmitAsync()).FollowAsync());
    }

    private static Task<PortalPage> PostAsync(PortalBrowser browser, PortalPage page, string path,
        params (string Name, string Value)[] fields) => browser.PostAsync(path,
    [
        .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)),
        .. page.Form("form[action$='/logout']").Anew().Fields.Select(field => KeyValuePair.Create(field.Name, field.Value)),
    ]);

    private Task<Guid> AnnounceAsync() => App.InTenantAsync(Tenant, async services =>
    {
        var content = new AnnouncementContent(AnnouncementLevel.Maintenance, "切り替え作業", "本文", "", "")
        {
            From = App.Time.GetUtcNow().AddHours(-1),
            IsPublished = true,
            HasBanner = true,
        };
        return (await services.GetRequiredService<AnnouncementEditing>().AddAsync(content))
            .ShouldBeOfType<AnnouncementOutcome.Done>().Row.Id;
    });

    private Task WriteAsync() => App.InTenantAsync(Tenant, services =>
    {
        var (db, shelf, category) = (services.GetRequiredService<PortalDbContext>(), Guid.CreateVersion7(), Guid.CreateVersion7());
        db.KnowledgeBases.Add(new KnowledgeBase { Id = shelf, Slug = "guides", NameJa = "使い方", NameEn = "How-tos" });
        db.KnowledgeCategories.Add(
            new KnowledgeCategory { Id = category, BaseId = shelf, Slug = "devices", NameJa = "機器", NameEn = "Devices" });
        var row = new Article { TenantId = db.Scope.Current, Id = Guid.CreateVersion7(), CategoryId = category, Slug = "one" };
        row.IsPublished = true;
        row.Openings.Add(new ArticleOpening { TenantId = row.TenantId, Id = Guid.CreateVersion7() });
        row.Versions.Add(new ArticleVersion
        {
            TenantId = row.TenantId,
            Language = "ja",
            Title = "記事の一",
            Reading = "キジノイチ",
            Source = "本文",
            Html = "<p>本文</p>",
            Plain = "本文",
        });
        db.Articles.Add(row);
        return Task.CompletedTask;
    });
}
