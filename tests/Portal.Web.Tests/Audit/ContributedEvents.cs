using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.TestKit.Mail;
using Portal.TestKit.Web;
using Portal.Web.Audit;
using Portal.Web.Mail.Notices;
using Portal.Web.Tests.Features.Admin;

namespace Portal.Web.Tests.Audit;

/// <summary>A room brings its events with it: one registration, and no table of the house has to know them.</summary>
public sealed class ContributedEvents : StaffTest
{
    private const string Owner = "owner@example.jp";
    private const string OwnHistory = "/t/control/account/login-history";
    private static readonly string[] JustTheParcel = ["荷物の到着"];

    protected override Action<IServiceCollection> Added => services => services
        .AddSingleton<EventContribution, ParcelEvents>()
        .AddSingleton<NoticeContribution, ParcelNotices>();

    [Fact]
    public async Task ADMIN_7_ItsWordsAreInTheLog_InBothLanguages()
    {
        await RecordAsync(ParcelEvents.Arrived);
        var administrator = await AdministratorAsync();

        var page = await administrator.GetAsync("/admin/audit?tenant=control&kind=parcel-arrived");

        page.ShouldBeOk().Texts(".p-audit__what").ShouldHaveSingleItem().ShouldContain("荷物の到着");
        page.ShouldShow("棚：7");
        page.Texts("select[name=kind] option").ShouldContain("荷物の到着");
        (await administrator.GetAsync("/admin/audit?tenant=control&kind=parcel-arrived&culture=en")).ShouldShow("Parcel arrived");
    }

    [Fact]
    public async Task HIST_2_ItsGroupIsOfferedBehindTheOthers_AndHoldsItsEvents()
    {
        await RecordAsync(ParcelEvents.Arrived);
        var browser = App.CreateBrowser();
        (await browser.SignInAsync(Control, "N0009001")).ShouldBeOk();

        var narrowed = await browser.GetAsync(OwnHistory + "?kind=parcel");

        narrowed.ShouldBeOk().Texts(".p-log__event").ShouldBe(JustTheParcel);
        narrowed.Texts("select[name=kind] option")[^1].ShouldBe("荷物");
        (await browser.GetAsync(OwnHistory)).Texts(".p-log__event").ShouldBe(["荷物の到着", "ログイン"], ignoreOrder: true);
        (await browser.GetAsync(OwnHistory + "?kind=sign-in&culture=en")).ShouldShow("Parcels").ShouldNotShow("Parcel arrived");
    }

    [Fact]
    public async Task ML_07_ItsNoticeReachesTheOwner_InTheRoomsOwnWords()
    {
        await RecordAsync(ParcelEvents.Arrived);

        var mail = (await App.MailsAsync(Owner)).ShouldHaveSingleItem();

        mail.Subject.ShouldStartWith("荷物が届きました｜");
        mail.Text.ShouldContain("窓口で荷物をお預かりしています。");
    }

    [Fact]
    public async Task ADMIN_7_WhatNoRoomContributes_IsNotRecorded()
    {
        var refused = await Should.ThrowAsync<ArgumentException>(() => RecordAsync("parcel-lost"));

        refused.Message.ShouldContain("parcel-lost");
        (await App.World.Audit.CountAsync("parcel-lost")).ShouldBe(0);
    }

    [Fact]
    public void ADMIN_7_TwoRoomsCannotHaveTheSameKind() =>
        Should.Throw<InvalidOperationException>(() => new EventKinds([new ParcelEvents(), new ParcelEvents()]))
            .Message.ShouldContain(ParcelEvents.Arrived);

    [Fact]
    public void EveryRoomRegistersWhatItContributes()
    {
        Registered<EventContribution>().ShouldBe([.. InTheHouse<EventContribution>(), nameof(ParcelEvents)], ignoreOrder: true);
        Registered<NoticeContribution>().ShouldBe([.. InTheHouse<NoticeContribution>(), nameof(ParcelNotices)], ignoreOrder: true);
    }

    private IEnumerable<string> Registered<T>()
        where T : notnull => App.Services.GetServices<T>().Select(room => room.GetType().Name);

    private static IEnumerable<string> InTheHouse<T>() =>
        typeof(Program).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(T))).Select(type => type.Name);

    private async Task RecordAsync(string kind)
    {
        var id = await new Account(Control, "N0009001") { Email = Owner }.AddToAsync(App);
        await App.InTenantAsync(Control, services =>
        {
            services.GetRequiredService<AuditLog>().Record(kind, new AuditSubject(id, "N0009001", null), details: new { shelf = 7 });
            return Task.CompletedTask;
        });
    }
}
