using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Features.Admin.Outbox;
using Portal.Web.Mail;
using Portal.Web.Mail.Notices;
using Portal.Web.Outbox;
using Portal.Web.Outbox.Webhooks;
using Portal.Web.Tenancy;

namespace Portal.Web.Tests.Features.Admin;

public sealed class TendingTheOutbox : StaffTest
{
    private const string Token = "kZ7xQ2mWc9LrT4vB8nYpH1sDfG6aJe3uK0oXiVbNq5E";

    [Fact]
    public async Task ADMIN_8_WhatIsNotOutIsListedAndTheRestOnDemand()
    {
        await AddAsync(Control, OutboxState.Waiting, "waiting@example.jp");
        await AddAsync(Control, OutboxState.Failed, "failed@example.jp");
        await AddAsync(Security, OutboxState.Sent, "sent@example.jp");
        var administrator = await AdministratorAsync();

        (await administrator.GetAsync("/admin/outbox")).ShouldBeOk().ShouldShow("waiting@example.jp").ShouldShow("failed@example.jp")
            .ShouldNotShow("sent@example.jp");
        (await administrator.GetAsync("/admin/outbox?state=Sent")).ShouldShow("sent@example.jp").ShouldNotShow("failed@example.jp");
        (await administrator.GetAsync("/admin/outbox?state=all&tenant=security")).ShouldShow("sent@example.jp")
            .ShouldNotShow("failed@example.jp");
        (await administrator.GetAsync("/admin/outbox?state=all&recipient=failed@example.jp")).ShouldShow("failed@example.jp")
            .ShouldNotShow("waiting@example.jp");
        (await administrator.GetAsync("/admin/outbox?state=ProtectedBody")).ShouldBeOk();
    }

    [Fact]
    public async Task ADMIN_8_FACE_5_WhichStatesAreShown_IsSaidAboveTheList_AlsoWhereNobodyAskedForOne()
    {
        await AddAsync(Control, OutboxState.Failed, "failed@example.jp");
        await AddAsync(Control, OutboxState.Sent, "sent@example.jp");
        var administrator = await AdministratorAsync();

        var page = (await administrator.GetAsync("/admin/outbox?tenant=control")).ShouldBeOk();
        page.Texts(".p-tabs a[aria-current]").ShouldBe(["未送信（待機・送信中・失敗）"]);
        page.Texts(".p-tabs a").ShouldContain("送信済み");
        page.Texts(".p-tabs a").ShouldContain("期限切れ");

        var sent = (await page.ClickAsync("送信済み")).ShouldBeOk().ShouldShow("sent@example.jp").ShouldNotShow("failed@example.jp");
        sent.Texts(".p-tabs a[aria-current]").ShouldBe(["送信済み"]);
        sent.Address.Query.ShouldContain("tenant=control");
        (await administrator.GetAsync("/admin/outbox?state=nonsense&culture=en")).ShouldBeOk().Texts(".p-tabs a[aria-current]")
            .ShouldBe(["Not out yet (waiting, sending, failed)"]);
        (await sent.Form("form[action$=export]").SubmitAsync()).ShouldBeOk().Body.ShouldNotContain("failed@example.jp");
    }

    [Theory]
    [InlineData("ja", "お知らせ：パスワードの変更", "確認コード")]
    [InlineData("en", "Notice: Password changed", "Sign-in code")]
    public Task ADMIN_8_EveryKindOfMailAndWebhook_HasAWordInBothLanguages(string language, string notice, string code) =>
        App.WithServicesAsync(services =>
        {
            var (words, before) = (services.GetRequiredService<OutboxWords>(), CultureInfo.CurrentUICulture);
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            try
            {
                var kinds = typeof(Program).Assembly.GetTypes()
                    .Where(type => !type.IsAbstract && !type.IsAssignableTo(typeof(AccountNotice)))
                    .Where(type => type.IsSubclassOf(typeof(PortalMail)) || type.IsSubclassOf(typeof(PortalWebhook)))
                    .Select(type => RuntimeHelpers.GetUninitializedObject(type))
                    .Select(each => each is PortalMail mail ? mail.Kind : ((PortalWebhook)each).Kind).ToList();
                kinds.Count.ShouldBeGreaterThan(20);
                kinds.Where(kind => words.Kind(kind) == kind).ShouldBeEmpty();
                words.Kind("notice-password-changed").ShouldBe(notice);
                words.Kind("sign-in-code").ShouldBe(code);
                words.Kind("no-room-brought-it").ShouldBe("no-room-brought-it");
            }
            finally
            {
                CultureInfo.CurrentUICulture = before;
            }

            return Task.FromResult(true);
        });

    [Fact]
    public async Task ADMIN_8_WhatAMailIs_IsSaidInWords_BesideItsName()
    {
        var id = await AddAsync(Control, OutboxState.Failed, "owner@example.jp");
        await App.World.Mails.ChangeAllAsync(mail => mail.Kind, "sign-in-notice");

        var page = (await (await AdministratorAsync()).GetAsync($"/admin/outbox/control/{id}")).ShouldBeOk();

        page.Texts(".p-summary__value").ShouldContain("ログインのお知らせ sign-in-notice");
    }

    [Theory]
    [InlineData("Taro.Yamada@example.jp")]
    [InlineData("taro.yamada@EXAMPLE.jp")]
    [InlineData("ＴＡＲＯ.yamada＠example.jp")]
    public async Task ADMIN_8_TEXT_1_ARecipientIsFoundHoweverTheAddressIsTyped(string typed)
    {
        await new Account(Control, "N0009001") { Email = "Taro.Yamada@example.jp" }.AddToAsync(App);
        await AddAsync(Control, OutboxState.Sent, "Taro.Yamada@example.jp");
        await AddAsync(Control, OutboxState.Sent, "other@example.jp");

        (await (await AdministratorAsync()).GetAsync("/admin/outbox?state=all&recipient=" + Uri.EscapeDataString(typed)))
            .ShouldShow("Taro.Yamada@example.jp").ShouldNotShow("other@example.jp").ShouldShow("お知らせ");
    }

    [Fact]
    public async Task ADMIN_8_ML_02_AMailIsReadWithItsLinksMaskedAndThatIsRecorded()
    {
        var id = await AddAsync(Control, OutboxState.Failed, "owner@example.jp", $"https://localhost/t/control/reset/{Token} を開いてください。");
        var page = await (await AdministratorAsync()).GetAsync($"/admin/outbox/control/{id}");

        page.ShouldBeOk().ShouldShow("を開いてください").ShouldShow("https://localhost/t/control/reset/•••••").ShouldNotShow(Token);
        page.ShouldShow("550 no such user");
        var viewed = (await EventsAsync("outbox-viewed")).ShouldHaveSingleItem();
        (viewed.Tenant, viewed.Event.SubjectName, viewed.Event.ActorName).ShouldBe((Control, "owner@example.jp", AdministratorId));
    }

    [Theory]
    [InlineData(OutboxState.Waiting)]
    [InlineData(OutboxState.Sending)]
    public async Task ADMIN_8_ML_06_AMailWithASecretIsNeverShown(OutboxState state)
    {
        var id = await AddAsync(Control, state, "owner@example.jp", "確認コード 482913", validUntil: App.Time.GetUtcNow().AddMinutes(10));
        var administrator = await SystemAdministratorAsync();
        (await administrator.GetAsync($"/admin/outbox/control/{id}")).ShouldBeOk().ShouldShow("本文は表示しません").ShouldNotShow("482913");
        (await administrator.GetAsync("/admin/outbox")).ShouldNotShow("482913");
    }

    [Fact]
    public async Task ADMIN_8_AFailedMailIsTriedAgainFromTheBeginning()
    {
        var id = await AddAsync(Control, OutboxState.Failed, "owner@example.jp");
        var page = await (await AdministratorAsync()).GetAsync($"/admin/outbox/control/{id}");

        (await (await page.Form("main form[action$=retry]").SubmitAsync()).FollowAsync()).ShouldShow("メールをもう一度送信します").ShouldShow("待機中");

        var row = await RowAsync(id);
        (row.State, row.Tries, row.NextTryAt, row.Fence).ShouldBe((OutboxState.Waiting, 0, App.Time.GetUtcNow(), 1));
        var retried = (await EventsAsync("outbox-retried")).ShouldHaveSingleItem();
        (retried.Tenant, retried.Event.SubjectName).ShouldBe((Control, "owner@example.jp"));
    }

    [Fact]
    public async Task ADMIN_8_OB_04_AWebhookIsListedReadAndTriedAgainAsMailsAre()
    {
        var id = await AddAsync(Control, OutboxState.Failed, "0312345678", """{"type":"sample.said","data":{"says":"転送を開始"}}""");
        await App.World.Mails.ChangeAllAsync(set => set.SetProperty(row => row.Channel, OutboxChannel.Webhook)
            .SetProperty(row => row.SenderAddress, "").SetProperty(row => row.Subject, "sample.said")
            .SetProperty(row => row.LastError, "HTTP 500"));
        var administrator = await AdministratorAsync();

        var page = await (await administrator.GetAsync("/admin/outbox?state=Failed")).ShouldShow("Webhook").ShouldShow("0312345678")
            .ClickAsync("tbody a");
        page.ShouldBeOk().ShouldShow("Webhookの詳細").ShouldShow("転送を開始").ShouldShow("HTTP 500").ShouldNotShow("差出人");
        (await (await page.Form("main form[action$=retry]").SubmitAsync()).FollowAsync()).ShouldShow("Webhookをもう一度送信します")
            .ShouldShow("待機中");

        var row = await RowAsync(id);
        (row.State, row.Tries, row.Channel).ShouldBe((OutboxState.Waiting, 0, OutboxChannel.Webhook));
        (await EventsAsync("outbox-retried")).ShouldHaveSingleItem().Event.SubjectName.ShouldBe("0312345678");
    }

    [Fact]
    public async Task ADMIN_8_GivingUpAsksForAReasonAndErasesTheText()
    {
        var id = await AddAsync(Control, OutboxState.Waiting, "owner@example.jp");
        var administrator = await AdministratorAsync();
        var confirm = await (await administrator.GetAsync($"/admin/outbox/control/{id}")).ClickAsync("送信を中止");
        (await confirm.Form().SubmitAsync()).ShouldBeRefused().ShouldShow("理由を入力してください");

        (await (await confirm.Form().Fill("Form.Reason", "宛先の誤り").SubmitAsync()).FollowAsync()).ShouldShow("メールの送信を中止しました")
            .ShouldShow("中止");

        var row = await RowAsync(id);
        (row.State, row.ProtectedBody).ShouldBe((OutboxState.GivenUp, null));
        (await EventsAsync("outbox-given-up")).ShouldHaveSingleItem().Event.Reason.ShouldBe("宛先の誤り");
    }

    [Theory]
    [InlineData(OutboxState.Sent)]
    [InlineData(OutboxState.Sending)]
    [InlineData(OutboxState.GivenUp)]
    [InlineData(OutboxState.Expired)]
    public async Task ADMIN_8_OB_03_WhatIsSettledOrBeingSentIsLeftAlone(OutboxState state)
    {
        var waiting = await AddAsync(Control, OutboxState.Waiting, "owner@example.jp");
        var administrator = await AdministratorAsync();
        var page = await administrator.GetAsync($"/admin/outbox/control/{waiting}");
        var confirm = await page.ClickAsync("送信を中止");
        await App.World.Mails.ChangeAllAsync(mail => mail.State, state);

        (await (await page.Form("main form[action$=retry]").SubmitAsync()).FollowAsync()).ShouldShow("送信中か、すでに処理が終わっています");
        (await (await confirm.Form().Fill("Form.Reason", "x").SubmitAsync()).FollowAsync()).ShouldShow("送信中か、すでに処理が終わっています")
            .Has("form[action$=retry]").ShouldBeFalse();

        (await RowAsync(waiting)).State.ShouldBe(state);
        (await EventsAsync("outbox-retried")).ShouldBeEmpty();
        (await EventsAsync("outbox-given-up")).ShouldBeEmpty();
    }

    [Fact]
    public async Task AZ_01_ForeignMailIsNotFoundAndStays()
    {
        var foreign = await AddAsync(Rental, OutboxState.Failed, "foreign@example.jp");
        var own = await AddAsync(Control, OutboxState.Failed, "own@example.jp");
        var administrator = await AdministratorAsync();

        (await administrator.GetAsync("/admin/outbox?state=all")).ShouldNotShow("foreign@example.jp");
        (await administrator.GetAsync("/admin/outbox?tenant=rental")).ShouldBeNotFound();
        (await administrator.GetAsync($"/admin/outbox/rental/{foreign}")).ShouldBeNotFound();
        (await administrator.GetAsync($"/admin/outbox/control/{foreign}")).ShouldBeNotFound();
        (await administrator.GetAsync($"/admin/outbox/rental/{foreign}/give-up")).ShouldBeNotFound();
        var token = (await administrator.GetAsync($"/admin/outbox/control/{own}")).Find("main form input[name=__RequestVerificationToken]")
            .GetAttribute("value")!;
        (await administrator.PostAsync($"/admin/outbox/rental/{foreign}/retry", [new("__RequestVerificationToken", token)]))
            .ShouldBeNotFound();
        (await administrator.PostAsync($"/admin/outbox/control/{foreign}/give-up",
            [new("__RequestVerificationToken", token), new("Form.Reason", "x")])).ShouldBeNotFound();
        (await RowAsync(foreign, Rental)).State.ShouldBe(OutboxState.Failed);
    }

    [Fact]
    public async Task ADMIN_11_AgentsMayNotSeeIt()
    {
        var id = await AddAsync(Control, OutboxState.Failed, "owner@example.jp");
        var agent = await AgentAsync();
        (await agent.GetAsync("/admin/outbox")).ShouldBeForbidden();
        (await agent.GetAsync($"/admin/outbox/control/{id}")).ShouldBeForbidden();
    }

    private Task<OutboxMessage> RowAsync(Guid id, string tenant = Control) =>
        App.QueryAsync(tenant, db => db.Outbox.SingleAsync(row => row.Id == id));

    private Task<Guid> AddAsync(string tenant, OutboxState state, string recipient, string text =
        "本文です。", DateTimeOffset? validUntil = null) => App.InTenantAsync(tenant, services =>
    {
        var (now, id) = (App.Time.GetUtcNow(), Guid.CreateVersion7());
        services.GetRequiredService<PortalDbContext>().Outbox.Add(new OutboxMessage
        {
            Id = id,
            Kind = "test",
            BusinessKey = id.ToString(),
            MessageId = $"<{id}@example.jp>",
            Recipient = recipient,
            Language = "ja",
            SenderName = "回線コントロール",
            SenderAddress = "no-reply@control.example.jp",
            Subject = "お知らせ",
            ProtectedBody = services.GetRequiredService<OutboxBodies>()
                .Protect(services.GetRequiredService<CurrentTenant>().Value.Id, new OutboxBody(text, text)),
            State = state,
            Tries = 8,
            CreatedAt = now.AddMinutes(-5),
            NextTryAt = now.AddHours(1),
            ValidUntil = validUntil,
            LastError = "550 no such user",
        });
        return Task.FromResult(id);
    });
}
