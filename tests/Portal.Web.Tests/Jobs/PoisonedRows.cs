using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Rules.Cases;
using Portal.Rules.Delegation;
using Portal.Rules.Points;
using Portal.TestKit.Accounts;
using Portal.TestKit.Web;
using Portal.Web.Audit;
using Portal.Web.Audit.Histories;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Domain.Accounts.Lockout;
using Portal.Web.Domain.Accounts.Recovery;
using Portal.Web.Domain.Cases;
using Portal.Web.Domain.Points;
using Portal.Web.Export;
using Portal.Web.Features.Recovery;
using Portal.Web.Features.Shared.Histories;
using Portal.Web.Jobs;
using Portal.Web.Jobs.Cases;
using Portal.Web.Jobs.Points;
using Portal.Web.Outbox;
using Portal.Web.Setbacks;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Times;
using Portal.Web.Tests.Features.Admin;

namespace Portal.Web.Tests.Jobs;

/// <summary>
/// A row of each kind of work that cannot be handled stands first in its queue (OB-04): the others go on, it is tried
/// less and less often, set aside with its reason, shown to the staff, and done after all once the cause is gone and
/// somebody says so.
/// </summary>
public sealed class PoisonedRows : StaffTest
{
    private const string Page = "/admin/outbox/set-aside";
    private const string Keyword = "Himitsu2468";

    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["Portal:Demo"] = "true" };

    public static TheoryData<string> Works => [WorkKinds.Recovery, WorkKinds.Lapse, WorkKinds.Validity, WorkKinds.Export,
        WorkKinds.LockMails, WorkKinds.CaseClosing, WorkKinds.CaseDigest, WorkKinds.PointExpiry];

    [Fact]
    public void OB_04_EveryKindOfWorkIsInTheTable() => Works.Select(row => row.Data).ShouldBe(WorkKinds.All);

    [Theory]
    [Trait("Review", "F1")]
    [MemberData(nameof(Works))]
    public async Task OB_04_TheOthersGoOn_AndItIsSetAsideShownAndTriedAgain(string kind)
    {
        var work = Of(kind);
        var row = await work.AddAsync(Control, "N0009001");
        await work.PoisonAsync(row);
        App.Time.Advance(TimeSpan.FromSeconds(1));
        var (behind, elsewhere) = (await work.AddAsync(Control, "N0009002"), await work.AddAsync(Rental, "behind@example.jp"));

        await work.RunAsync();

        (await work.IsDoneAsync(Control, behind)).ShouldBeTrue();
        (await work.IsDoneAsync(Rental, elsewhere)).ShouldBeTrue();
        (await work.IsDoneAsync(Control, row)).ShouldBeFalse();
        await UntilSetAsideAsync(work, kind, row);

        var administrator = await AdministratorAsync();
        (await administrator.GetAsync("/admin/outbox")).ShouldShow("保留した処理が1件あります");
        var page = (await administrator.GetAsync(Page)).ShouldBeOk().ShouldShow(row.ToString());
        await work.CureAsync(row);
        (await (await page.Form("main form[action$=retry]").SubmitAsync()).FollowAsync()).ShouldShow("もう一度処理します")
            .ShouldNotShow(row.ToString());
        await work.RunAsync();

        (await work.IsDoneAsync(Control, row)).ShouldBeTrue();
        (await EventsAsync(SetbackEvents.WorkSetAside)).ShouldHaveSingleItem().Event.SubjectName.ShouldBe(row.ToString());
        var retried = (await EventsAsync(SetbackEvents.WorkRetried)).ShouldHaveSingleItem();
        (retried.Tenant, retried.Event.ActorName, retried.Event.SubjectName).ShouldBe((Control, AdministratorId, row.ToString()));
    }

    [Fact]
    [Trait("Review", "F1")]
    public async Task OB_04_APoisonedMailIsFailedShownAndTriedAgainWhileTheOthersGo()
    {
        var first = await QueueAsync(Control, "first@example.jp");
        await App.World.Mails.ChangeAsync(mail => mail.Id == first, mail => mail.ProtectedBody, [1, 2, 3]);
        await QueueAsync(Control, "second@example.jp");
        await QueueAsync(Rental, "third@example.jp");

        for (var tries = 0; tries < 9; tries++)
        {
            await App.Services.GetRequiredService<OutboxDispatcher>().RunOnceAsync(CancellationToken.None);
            App.Time.Advance(TimeSpan.FromHours(60));
        }

        (await App.World.Mails.AskAsync(mails => mails.Where(mail => mail.Channel == OutboxChannel.Mail)
                .OrderBy(mail => mail.Recipient).Select(mail => mail.State)))
            .ShouldBe([OutboxState.Failed, OutboxState.Sent, OutboxState.Sent]);
        var administrator = await AdministratorAsync();
        var page = (await (await administrator.GetAsync("/admin/outbox?state=Failed")).ShouldShow("first@example.jp").ClickAsync("tbody a"))
            .ShouldBeOk();
        page.ShouldShow("CryptographicException").ShouldShow("本文を復号できません");
        (await page.Form("main form[action$=retry]").SubmitAsync()).ShouldRedirectTo($"/admin/outbox/control/{first}");
    }

    [Fact]
    [Trait("Review", "F1")]
    public async Task TEXT_3_AnIdOfCutCharactersStopsNoWayBackIn()
    {
        await new Account(Control, "N0009002") { Email = "owner@example.jp", Keyword = Keyword }.AddToAsync(App);
        await AskAsync(Control, new RecoveryForm(new string('a', 255) + "😀", Keyword, "owner@example.jp"));
        App.Time.Advance(TimeSpan.FromSeconds(1));
        await AskAsync(Control, new RecoveryForm("N0009002", Keyword, "owner@example.jp"));

        (await App.Services.GetRequiredService<RecoveryWorker>().RunOnceAsync(CancellationToken.None)).ShouldBe(2);

        (await App.World.Mails.CountToAsync("owner@example.jp")).ShouldBe(1);
        (await App.World.Setbacks.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task OB_04_ACauseThatPassesByItselfLeavesNothingBehind()
    {
        var work = Of(WorkKinds.Recovery);
        var row = await work.AddAsync(Control, "N0009001");
        await work.PoisonAsync(row);
        await work.RunAsync();
        await work.CureAsync(row);
        App.Time.Advance(TimeSpan.FromSeconds(31));

        await work.RunAsync();

        (await work.IsDoneAsync(Control, row)).ShouldBeTrue();
        (await App.World.Setbacks.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task AZ_01_ADMIN_11_ForeignWorkIsNotShownNorTriedAgain_AndNotByAgents()
    {
        var (own, foreign) = (Guid.NewGuid(), Guid.NewGuid());
        await SetAsideAsync(Control, own);
        await SetAsideAsync(Rental, foreign);
        var administrator = await AdministratorAsync();
        var page = (await administrator.GetAsync(Page)).ShouldShow(own.ToString()).ShouldNotShow(foreign.ToString());
        var token = page.Find("main form input[name=__RequestVerificationToken]").GetAttribute("value")!;

        (await administrator.GetAsync(Page + "?tenant=rental")).ShouldBeNotFound();
        (await administrator.PostAsync($"{Page}/rental/lapse/{foreign}/retry", [new("__RequestVerificationToken", token)]))
            .ShouldBeNotFound();
        await (await administrator.PostAsync($"{Page}/control/lapse/{foreign}/retry", [new("__RequestVerificationToken", token)]))
            .FollowAsync();
        (await (await AgentAsync()).GetAsync(Page)).ShouldBeForbidden();

        (await App.World.Setbacks.CountAsync()).ShouldBe(2);
        (await EventsAsync(SetbackEvents.WorkRetried)).ShouldBeEmpty();
    }

    [Fact]
    public async Task SAFE_2_ASecondClickIsToldSoAndHasNoEffect()
    {
        await SetAsideAsync(Control, Guid.NewGuid());
        var form = (await (await AdministratorAsync()).GetAsync(Page)).Form("main form[action$=retry]");

        var answers = await Task.WhenAll(form.SubmitAsync(), form.SubmitAsync());

        answers.ShouldAllBe(answer => answer.Location == Page);
        (await EventsAsync(SetbackEvents.WorkRetried)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task ML_06_WhatNobodyCouldDecideForAWeekIsErased()
    {
        var work = Of(WorkKinds.Recovery);
        await work.PoisonAsync(await work.AddAsync(Control, "N0009001"));
        await UntilSetAsideAsync(work, WorkKinds.Recovery, await App.World.Recoveries.ReadAsync(request => request.Id));
        App.Time.Advance(TimeSpan.FromDays(8));

        await App.Services.GetRequiredService<CleanUpRound>().RunOnceAsync(CancellationToken.None);

        (await App.World.Recoveries.CountAsync()).ShouldBe(0);
        (await App.World.Setbacks.CountAsync()).ShouldBe(0);
    }

    private async Task UntilSetAsideAsync(Work work, string kind, Guid row)
    {
        for (var tries = 0; tries <= SetbackLedger.MostTries; tries++)
        {
            await work.RunAsync();
            App.Time.Advance(TimeSpan.FromMinutes(70));
        }

        var setback = await App.QueryAsync(Control, db => db.Setbacks.SingleAsync());
        (setback.Kind, setback.RowId, setback.NextTryAt).ShouldBe((kind, row, null));
        setback.Reason.ShouldNotBeEmpty();
    }

    private Task SetAsideAsync(string tenant, Guid id) =>
        App.InTenantAsync(tenant,
            services => services.GetRequiredService<SetbackLedger>().SetAsideAsync(WorkKinds.Lapse, id, "broken", SetbackLedger.MostTries));

    private Task AskAsync(string tenant, RecoveryForm form) =>
        App.InTenantAsync(tenant, services => services.GetRequiredService<RecoveryInbox>().SubmitAsync(form));

    private Task<Guid> QueueAsync(string tenant, string address) => App.InTenantAsync(tenant, services =>
    {
        var (now, id) = (App.Time.GetUtcNow(), Guid.CreateVersion7());
        services.GetRequiredService<PortalDbContext>().Outbox.Add(new OutboxMessage
        {
            Id = id,
            Kind = "test",
            BusinessKey = id.ToString(),
            MessageId = $"<{id}@example.jp>",
            Recipient = address,
            Language = "ja",
            SenderName = "窓口",
            SenderAddress = "no-reply@example.jp",
            Subject = "お知らせ",
            ProtectedBody = services.GetRequiredService<OutboxBodies>()
                .Protect(services.GetRequiredService<CurrentTenant>().Value.Id, new OutboxBody("x", "x")),
            CreatedAt = now,
            NextTryAt = now,
        });
        return Task.FromResult(id);
    });

    private Work Of(string kind) => kind switch
    {
        WorkKinds.Recovery => new RecoveryWork(App),
        WorkKinds.Lapse => new LapseWork(App),
        WorkKinds.Validity => new ValidityWork(App),
        WorkKinds.Export => new ExportWork(App),
        WorkKinds.LockMails => new LockMailWork(App),
        WorkKinds.CaseClosing => new CaseClosingWork(App),
        WorkKinds.CaseDigest => new CaseDigestWork(App),
        WorkKinds.PointExpiry => new PointExpiryWork(App),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such work."),
    };

    /// <summary>One kind of work: a row of it, what breaks the row and what mends it, and whether it is done.</summary>
    private abstract class Work(PortalApp app)
    {
        protected PortalApp App { get; } = app;

        public abstract Task<Guid> AddAsync(string tenant, string loginId);

        public abstract Task PoisonAsync(Guid row);

        public abstract Task CureAsync(Guid row);

        public abstract Task RunAsync();

        public abstract Task<bool> IsDoneAsync(string tenant, Guid row);
    }

    private sealed class RecoveryWork(PortalApp app) : Work(app)
    {
        private byte[] form = [];

        // The ID of nobody: what is decided is that nobody gets a mail.
        public override async Task<Guid> AddAsync(string tenant, string loginId)
        {
            await App.InTenantAsync(tenant,
                services => services.GetRequiredService<RecoveryInbox>().SubmitAsync(new RecoveryForm(loginId, Keyword, "x@example.jp")));
            return await App.QueryAsync(tenant,
                db => db.RecoveryRequests.OrderByDescending(row => row.CreatedAt).Select(row => row.Id).FirstAsync());
        }

        public override async Task PoisonAsync(Guid row)
        {
            form = (await App.World.Recoveries.ReadAsync(request => request.Id == row, request => request.ProtectedForm))!;
            await SetAsync(row, [1, 2, 3]);
        }

        public override Task CureAsync(Guid row) => SetAsync(row, form);

        public override Task RunAsync() => App.Services.GetRequiredService<RecoveryWorker>().RunOnceAsync(CancellationToken.None);

        public override Task<bool> IsDoneAsync(string tenant, Guid row) =>
            App.QueryAsync(tenant, db => db.RecoveryRequests.AnyAsync(request => request.Id == row && request.HandledAt != null));

        private Task SetAsync(Guid row, byte[] content) =>
            App.World.Recoveries.ChangeAsync(request => request.Id == row, request => request.ProtectedForm, content);
    }

    private abstract class AccountWork(PortalApp app) : Work(app)
    {
        // A role of another release, say: the account cannot be read.
        public override Task PoisonAsync(Guid row) =>
            App.World.Accounts.SetUnknownRoleAsync(row);

        public override Task CureAsync(Guid row) =>
            App.World.Accounts.SetRoleAsync(row, AccountRole.Member);
    }

    private sealed class LapseWork(PortalApp app) : AccountWork(app)
    {
        public override Task<Guid> AddAsync(string tenant, string loginId) => new Account(tenant, loginId)
        {
            With = user => user.SignIn = new SignInState
            {
                UserId = user.Id,
                StrangerLockedAt = App.Time.GetUtcNow().AddHours(-1),
                StrangerLockedUntil = App.Time.GetUtcNow()
                    .AddMinutes(-1),
                StrangerFailures = 5,
                TotalFailures = 5,
            },
        }.AddToAsync(App);

        public override Task RunAsync() => App.Services.GetRequiredService<LapseRound>().RunOnceAsync(CancellationToken.None);

        public override Task<bool> IsDoneAsync(string tenant, Guid row) =>
            App.QueryAsync(tenant, db => db.SignInStates.AnyAsync(state => state.UserId == row && state.StrangerLockedAt == null));
    }

    private sealed class ValidityWork(PortalApp app) : AccountWork(app)
    {
        public override Task<Guid> AddAsync(string tenant, string loginId) => new Account(tenant, loginId)
        {
            Email = "x@example.jp",
            With = user => user.ValidUntil = DateOnly.FromDateTime(App.Time.GetUtcNow().UtcDateTime.AddDays(12)),
        }.AddToAsync(App);

        public override Task RunAsync() => App.Services.GetRequiredService<ValidityRound>().RunOnceAsync(CancellationToken.None);

        public override Task<bool> IsDoneAsync(string tenant, Guid row) =>
            App.QueryAsync(tenant,
                db => db.AuditEvents.AnyAsync(happened => happened.SubjectId == row && happened.Kind == AuditKinds.ValidityNoticeSent));
    }

    private sealed class LockMailWork(PortalApp app) : AccountWork(app)
    {
        public override async Task<Guid> AddAsync(string tenant, string loginId)
        {
            var id = await new Account(tenant, loginId).AddToAsync(App);
            await App.InTenantAsync(tenant, async services =>
            {
                var db = services.GetRequiredService<PortalDbContext>();
                var user = await db.Users.SingleAsync(row => row.Id == id);
                services.GetRequiredService<AuditLog>().Record(AuditKinds.MailWithheld, AuditSubject.Of(user), LockMails.Withheld);
                db.AuditEvents.Local.Single(happened => happened.SubjectId == id && happened.Kind == AuditKinds.MailWithheld).OccurredAt =
                    App.Time.GetUtcNow().AddDays(-1);
            });
            return id;
        }

        public override Task RunAsync() => App.Services.GetRequiredService<LockMailRound>().RunOnceAsync(CancellationToken.None);

        public override Task<bool> IsDoneAsync(string tenant, Guid row) =>
            App.QueryAsync(tenant,
                db => db.AuditEvents.AnyAsync(happened => happened.SubjectId == row && happened.Kind == AuditKinds.LockMailsSummed));
    }

    private sealed class CaseClosingWork(PortalApp app) : Work(app)
    {
        public override async Task<Guid> AddAsync(string tenant, string loginId)
        {
            var author = await new Account(tenant, loginId).AddToAsync(App);
            await App.ChangeProfileAsync(tenant, profile => profile with { Features = [.. profile.Features.Union(["cases"])] });
            return await App.InTenantAsync(tenant, async services =>
            {
                var user = await services.GetRequiredService<PortalDbContext>().Users.SingleAsync(row => row.Id == author);
                var asked = new NewCase(CaseKind.Alert, "x", "x", false);
                var row = (await services.GetRequiredService<CaseOpening>().OpenAsync(user, asked)).Row;
                (row.Status, row.ResolvedAt, row.WaitingSince) = (CaseStatus.Resolved, App.Time.GetUtcNow().AddDays(-30), null);
                (row.Reminded, row.RemindedAt) = (ClosingDue.LastReminder, App.Time.GetUtcNow().AddDays(-2));
                return row.Id;
            });
        }

        public override Task PoisonAsync(Guid row) => App.World.Cases.SetUnknownKindAsync(row);

        public override Task CureAsync(Guid row) => App.World.Cases.SetKindAsync(row, CaseKind.Alert);

        public override Task RunAsync() => App.Services.GetRequiredService<CaseClosingRound>().RunOnceAsync(CancellationToken.None);

        public override Task<bool> IsDoneAsync(string tenant, Guid row) =>
            App.QueryAsync(tenant, db => db.Cases.AnyAsync(each => each.Id == row && each.Status == CaseStatus.Closed));
    }

    private sealed class CaseDigestWork(PortalApp app) : Work(app)
    {
        private readonly Dictionary<Guid, Guid> cases = [];

        public override async Task<Guid> AddAsync(string tenant, string loginId)
        {
            var address = $"{tenant}-{cases.Count}@example.jp";
            var author = await new Account(tenant, loginId) { Email = address }.AddToAsync(App);
            await App.ChangeProfileAsync(tenant, profile => profile with { Features = [.. profile.Features.Union(["cases"])] });
            await App.InTenantAsync(tenant, async services =>
            {
                var db = services.GetRequiredService<PortalDbContext>();
                var user = await db.Users.SingleAsync(row => row.Id == author);
                var asked = new NewCase(CaseKind.Alert, "x", "x", false);
                var (row, entry) = await services.GetRequiredService<CaseOpening>().OpenAsync(user, asked);
                cases[author] = row.Id;
                db.CaseDigestItems.Add(new CaseDigestItem
                {
                    Id = Guid.CreateVersion7(),
                    UserId = author,
                    CaseId = row.Id,
                    EventId = db.AuditEvents.Local.Single(happened => happened.Kind == CaseEvents.Opened).Id,
                    EntryId = entry.Id,
                    DueAt = App.Time.GetUtcNow(),
                });

                // Nobody else is to tell it.
                db.RecordedEvents.Clear();
            });
            return author;
        }

        public override Task PoisonAsync(Guid row) => App.World.Cases.SetUnknownKindAsync(cases[row]);

        public override Task CureAsync(Guid row) => App.World.Cases.SetKindAsync(cases[row], CaseKind.Alert);

        public override Task RunAsync() => App.Services.GetRequiredService<CaseDigestRound>().RunOnceAsync(CancellationToken.None);

        public override async Task<bool> IsDoneAsync(string tenant, Guid row) =>
            await App.World.CaseDigestItems.CountAsync(item => item.UserId == row) == 0;
    }

    private sealed class PointExpiryWork(PortalApp app) : Work(app)
    {
        public override async Task<Guid> AddAsync(string tenant, string loginId)
        {
            await new Account(tenant, loginId) { Contract = "C-" + loginId }.AddToAsync(App);
            return await App.InTenantAsync(tenant, async services =>
            {
                var db = services.GetRequiredService<PortalDbContext>();
                var contract = await db.Contracts.SingleAsync(row => row.Number == "C-" + loginId);
                var today = services.GetRequiredService<TenantClock>().Today;
                var granted = await services.GetRequiredService<PointGrants>().GrantAsync(contract.Id,
                    new PointGrant(10, new PointSpan(today, today), "x"), PointActor.System, "x");
                var period = granted.ShouldBeOfType<PointOutcome.Done>().Entry.PeriodId;
                (await db.PointPeriods.SingleAsync(row => row.Id == period)).EndsOn = today.AddDays(-1);
                return period;
            });
        }

        // A grant of another release, say, that is no such kind here.
        public override Task PoisonAsync(Guid row) => App.World.PointEntries.SetKindAsync(row, "Riddle");

        public override Task CureAsync(Guid row) => App.World.PointEntries.SetKindAsync(row, nameof(PointKind.Grant));

        public override Task RunAsync() => App.Services.GetRequiredService<PointExpiryRound>().RunOnceAsync(CancellationToken.None);

        public override Task<bool> IsDoneAsync(string tenant, Guid row) =>
            App.QueryAsync(tenant, db => db.PointEntries.AnyAsync(entry => entry.PeriodId == row && entry.Kind == PointKind.Expire));
    }

    private sealed class ExportWork(PortalApp app) : Work(app)
    {
        private string filter = "";

        public override async Task<Guid> AddAsync(string tenant, string loginId)
        {
            var userId = await new Account(tenant, loginId).AddToAsync(App);
            return await App.InTenantAsync(tenant, async services =>
            {
                var db = services.GetRequiredService<PortalDbContext>();
                var user = await db.Users.SingleAsync(row => row.Id == userId);
                var order = new HistoryOrder(services.GetRequiredService<CurrentTenant>().Value, HistoryScope.Own(user),
                    new HistoryFilter(null, null, null, false), "履歴", "Asia/Tokyo");
                await services.GetRequiredService<ExportJobs>().RequestAsync(user, AuditSubject.Of(user),
                    services.GetRequiredService<HistorySource>().Request(order, new { }, "ja"));
                await db.SaveChangesAsync();
                return await db.ExportJobs.Where(job => job.UserId == userId).Select(job => job.Id).SingleAsync();
            });
        }

        public override async Task PoisonAsync(Guid row)
        {
            filter = (await App.World.Exports.ReadAsync(job => job.Id == row, job => job.Filter))!;
            await SetAsync(row, "of another release");
        }

        public override Task CureAsync(Guid row) => SetAsync(row, filter);

        public override Task RunAsync() => App.Services.GetRequiredService<ExportRound>().RunOnceAsync(CancellationToken.None);

        public override Task<bool> IsDoneAsync(string tenant, Guid row) =>
            App.QueryAsync(tenant, db => db.ExportJobs.AnyAsync(job => job.Id == row && job.State == ExportState.Done));

        private Task SetAsync(Guid row, string text) =>
            App.World.Exports.ChangeAsync(job => job.Id == row, job => job.Filter, text);
    }
}
