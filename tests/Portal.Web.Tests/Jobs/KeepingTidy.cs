using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Portal.TestKit.Accounts;
using Portal.Rules.Audit;
using Portal.Web.Audit;
using Portal.Web.Audit.Verification;
using Portal.Web.Data;
using Portal.Web.Data.Entities;
using Portal.Web.Data.PostgreSql;
using Portal.Web.Domain.Submissions;
using Portal.Web.Jobs;
using Portal.Web.Jobs.Sealing;
using Portal.Web.Tenancy;
using Portal.Web.Tenancy.Profiles;
using Portal.Web.Tests.Features.Operators;

namespace Portal.Web.Tests.Jobs;

public sealed class KeepingTidy : OperatorsTest
{
    [Fact]
    public async Task HIST_5_EventsOlderThanTheTenantKeepsThemAreRemovedInPiecesAndThatIsRecorded()
    {
        await InsertAsync(12_000, TimeSpan.FromDays(401));
        (await RetentionAsync()).ShouldBe(0, "what has no seal yet stays");
        await SealAsync();
        await InsertAsync(3, TimeSpan.FromDays(399), recorded: App.Time.GetUtcNow());
        await SealAsync();

        (await RetentionAsync()).ShouldBe(12_000);

        (await EventsAsync(AuditKinds.SignedOut)).ShouldBe(3);
        (await EventsAsync(AuditKinds.HistoryTrimmed)).ShouldBe(3);
        (await RetentionAsync()).ShouldBe(0);
        await App.ChangeProfileAsync(Tenant, profile => profile with { HistoryDays = 90 });
        (await RetentionAsync()).ShouldBe(3);
        await SealAsync();
        (await VerifyAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task HIST_5_AU_03_WhereAnEventIsMissing_NothingOfItsStretchIsRemoved()
    {
        await InsertAsync(5, TimeSpan.FromDays(401));
        await SealAsync();
        var first = await App.World.AuditLeaves.ReadAsync(leaf => leaf.Place == 1, leaf => leaf.EventId);
        await App.World.Audit.RemoveAsync(happened => happened.Id == first);

        (await RetentionAsync()).ShouldBe(0);

        (await EventsAsync(AuditKinds.SignedOut)).ShouldBe(4);
        (await VerifyAsync()).ShouldBe(new ChainBreak(ChainBreakKind.EventRemoved, 1, 1, first));
    }

    [Fact]
    public async Task HIST_5_AU_02_TheOwnersFunctionRemovesNothingYoungAndNothingOfATenantOneDoesNotSee()
    {
        await InsertAsync(5, TimeSpan.FromDays(401));
        await SealAsync();
        var control = await App.QueryAsync(Tenant, db => Task.FromResult(db.Scope.Current));

        var refused = await Should.ThrowAsync<PostgresException>(() => App.InTenantAsync(Tenant, services =>
            services.GetRequiredService<AuditRetention>()
                .TrimAsync(TimeProvider.System.GetUtcNow().AddDays(-29), 10, CancellationToken.None)));
        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        await App.InTenantAsync("rental", async services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var removed = await db.Database.SqlQuery<int>($"""
                SELECT portal_trim_audit({control}, {App.Time.GetUtcNow().AddDays(-400)}, 10) AS "Value"
                """).ToListAsync();
            removed.ShouldBe([0]);
        });
        (await EventsAsync(AuditKinds.SignedOut)).ShouldBe(5);
    }

    [Fact]
    [Trait("Review", "S19")]
    public async Task HIST_5_AU_02_TheOwnersFunctionKeepsWhatTheTenantsRowSays_WhateverTheCallerSays()
    {
        var now = TimeProvider.System.GetUtcNow();
        await InsertAsync(5, TimeSpan.FromDays(100), now);
        var refused = await Should.ThrowAsync<PostgresException>(() => TrimAsync(now.AddDays(-60)));
        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);

        // A clock that is a little ahead is no attempt, and removes nothing too young.
        await InsertAsync(2, TimeSpan.FromDays(400) - TimeSpan.FromMinutes(20), now, App.Time.GetUtcNow());
        await SealAsync();
        (await TrimAsync(now.AddDays(-400).AddMinutes(30))).ShouldBe(0);
        (await EventsAsync(AuditKinds.SignedOut)).ShouldBe(7);

        await App.ChangeProfileAsync(Tenant, profile => profile with { HistoryDays = 90 });
        (await TrimAsync(now.AddDays(-91))).ShouldBe(7);

        (await DetailsOfAsync(AuditKinds.HistoryTrimmed)).ShouldBe("""{"days" : 90, "rows" : 7, "throughSeal" : 2}""");
        (await App.World.Audit.ReadAsync(AuditKinds.HistoryTrimmed, happened => happened.ActorKind + " " + happened.ActorName))
            .ShouldBe("System retention");
    }

    [Fact]
    public async Task HIST_5_OB_06_MessagesThatAreOutOrDead_StayAsLongAsEvents_AndWhatIsOwedStays()
    {
        var (tenant, now) = (await App.World.Tenants.IdOfAsync(Tenant), App.Time.GetUtcNow());
        int[] ages = [399, 401];
        await App.World.Mails.AddAsync([.. Enum.GetValues<OutboxState>().SelectMany(state => ages.Select(days => new OutboxMessage
        {
            TenantId = tenant,
            Id = Guid.CreateVersion7(),
            Kind = "kept",
            BusinessKey = $"kept/{state}/{days}",
            MessageId = $"{state}.{days}@portal.test",
            Recipient = "child@control.example.jp",
            Language = "ja",
            SenderName = "回線",
            SenderAddress = "line@portal.test",
            Subject = "お知らせ",
            State = state,
            CreatedAt = now.AddDays(-days),
        }))]);

        (await RetentionAsync()).ShouldBe(4);

        (await App.World.Mails.CountAsync(mail => mail.Kind == "kept" && mail.CreatedAt > now.AddDays(-400))).ShouldBe(6);
        (await App.World.Mails.AskAsync(mails => mails.Where(mail => mail.Kind == "kept" && mail.CreatedAt < now.AddDays(-400))
            .Select(mail => mail.State))).ShouldBe([OutboxState.Waiting, OutboxState.Sending], ignoreOrder: true);
    }

    [Fact]
    public void HIST_5_AProfileThatSaysNothing_KeepsTheSameForBoth() =>
        AuditTrim.UsualDays.ShouldBe(Activator.CreateInstance<TenantProfile>().HistoryDays);

    [Fact]
    public async Task OPS_WhatIsOverIsClearedAwayAndWhatIsNotStays()
    {
        var browser = await SignedInAsync(ChildId);
        await SignedInAsync(SiblingId);
        await App.InTenantAsync(Tenant, services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            var now = App.Time.GetUtcNow();
            foreach (var ends in new[] { now.AddSeconds(-1), now.AddHours(1) })
            {
                db.FormDrafts.Add(new FormDraft
                {
                    Id = Guid.CreateVersion7(),
                    TokenHash = Guid.NewGuid().ToByteArray(),
                    UserId = Child,
                    Path = "/x",
                    ProtectedFields = [1],
                    ExpiresAt = ends
                });
                var job = new ExportJob
                {
                    Id = Guid.CreateVersion7(),
                    UserId = Child,
                    Kind = "x",
                    Format = "xlsx",
                    Filter = "{}",
                    FileName = "x",
                    State = ExportState.Done,
                    ExpiresAt = ends
                };
                db.AddRange(job, new ExportChunk { JobId = job.Id, Content = [1] });
            }

            foreach (var used in new[] { now.AddDays(-3), now })
            {
                db.FormUses.Add(new FormUse { UserId = Child, FormId = Guid.NewGuid(), UsedAt = used });
            }

            return Task.CompletedTask;
        });

        (await CleanUpAsync()).ShouldBe(3);

        (await App.QueryAsync(Tenant,
            async db => (await db.FormDrafts.CountAsync(), await db.ExportJobs.CountAsync(), await db.ExportChunks.CountAsync(),
                await db.FormUses.CountAsync()))).ShouldBe((1, 1, 1, 1));
        (await browser.GetAsync("/t/control/account")).Status.ShouldBe(HttpStatusCode.OK);
        App.Time.Advance(TimeSpan.FromDays(31));
        await CleanUpAsync();
        (await App.QueryAsync(Tenant, db => db.Sessions.CountAsync())).ShouldBe(0);
    }

    [Fact]
    [Trait("Review", "F4")]
    public async Task OPS_REL_2_WhatPiledUpWhileNobodyWorked_IsClearedAwayInPieces_AndNoKindHoldsUpAnother()
    {
        var past = App.Time.GetUtcNow().AddDays(-9);
        await App.InTenantAsync(Tenant, services =>
        {
            services.GetRequiredService<PortalDbContext>().FormUses.AddRange(Enumerable.Range(0, (2 * CleanUp.Piece) + 1)
                .Select(_ => new FormUse { UserId = Child, FormId = Guid.NewGuid(), UsedAt = past }));
            services.GetRequiredService<PortalDbContext>().Setbacks.Add(
                new Setback { Kind = "x", RowId = Guid.NewGuid(), LastAt = past, Reason = "x" });
            return Task.CompletedTask;
        });
        await App.Database.ExecuteAsync($"""
            CREATE FUNCTION refuse_many() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF (SELECT count(*) FROM gone) > 2000 THEN RAISE EXCEPTION 'too many at once'; END IF;
                RETURN NULL;
            END $$
            """);
        await App.Database.ExecuteAsync($"""
            CREATE TRIGGER few AFTER DELETE ON "FormUses" REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION refuse_many()
            """);

        (await CleanUpAsync()).ShouldBe((2 * CleanUp.Piece) + 2);

        await App.Database.ExecuteAsync($"DROP FUNCTION refuse_many() CASCADE");
        (await App.QueryAsync(Tenant, db => db.FormUses.CountAsync())).ShouldBe(0);
        (await App.QueryAsync(Tenant, db => db.Setbacks.CountAsync())).ShouldBe(0);
    }

    [Fact]
    [Trait("Review", "F4")]
    public async Task OPS_FP_09_AKindThatCannotBeCleared_LeavesTheOthersToBeCleared()
    {
        var past = App.Time.GetUtcNow().AddDays(-9);
        await App.InTenantAsync(Tenant, services =>
        {
            var db = services.GetRequiredService<PortalDbContext>();
            db.FormUses.Add(new FormUse { UserId = Child, FormId = Guid.NewGuid(), UsedAt = past });
            db.Setbacks.Add(new Setback { Kind = "x", RowId = Guid.NewGuid(), LastAt = past, Reason = "x" });
            return Task.CompletedTask;
        });
        await App.Database.ExecuteAsync($"""
            CREATE FUNCTION refuse_any() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$
            """);
        await App.Database.ExecuteAsync($"""
            CREATE TRIGGER none BEFORE DELETE ON "FormUses" FOR EACH STATEMENT EXECUTE FUNCTION refuse_any()
            """);

        (await CleanUpAsync()).ShouldBe(1);

        await App.Database.ExecuteAsync($"DROP FUNCTION refuse_any() CASCADE");
        (await App.QueryAsync(Tenant, db => db.Setbacks.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task ML_06_AZ_21_ASuspendedTenant_KeepsWhatWasTypedAndWhatIsShownOnce_NoLonger()
    {
        byte[] key = [7];
        await App.InTenantAsync(Tenant, services =>
        {
            services.GetRequiredService<PortalDbContext>().FormDrafts.Add(new FormDraft
            {
                Id = Guid.CreateVersion7(),
                TokenHash = [1],
                UserId = Child,
                Path = "/x",
                ProtectedFields = [1],
                ExpiresAt = App.Time.GetUtcNow().AddMinutes(1),
            });
            return Task.CompletedTask;
        });
        var tenant = await App.Services.GetRequiredService<TenantCatalog>().FindBySlugAsync(Tenant);
        await using (var scope = App.Services.GetRequiredService<TenantWork>().Enter(tenant!, WorkActor.System("test")))
        {
            var answers = scope.ServiceProvider.GetRequiredService<FormAnswers>();
            var turn = (await answers.TakeTurnAsync(key, null)).ShouldBeOfType<FormTurn.Mine>();
            await answers.KeepAsync(key, turn.Until, new FormOutcome([1], TimeSpan.FromMinutes(1), null, null, false));
        }

        await App.World.Tenants.SuspendAsync(Tenant);
        App.Services.GetRequiredService<TenantCatalog>().Invalidate();
        App.Time.Advance(TimeSpan.FromMinutes(2));

        await App.Services.GetRequiredService<FormAnswerRound>().RunOnceAsync(CancellationToken.None);
        await CleanUpAsync();

        (await App.QueryAsync(Tenant, db => db.FormAnswers.CountAsync())).ShouldBe(0);
        (await App.QueryAsync(Tenant, db => db.FormDrafts.CountAsync())).ShouldBe(0);
    }

    private Task<int> RetentionAsync() => App.Services.GetRequiredService<RetentionRound>().RunOnceAsync(CancellationToken.None);

    private Task<int> CleanUpAsync() => App.Services.GetRequiredService<CleanUpRound>().RunOnceAsync(CancellationToken.None);

    private Task<int> TrimAsync(DateTimeOffset before) =>
        App.InTenantAsync(Tenant, services => services.GetRequiredService<AuditRetention>().TrimAsync(before, 100, CancellationToken.None));

    private Task<int> SealAsync() => App.Services.GetRequiredService<AuditSealRound>().RunOnceAsync(CancellationToken.None);

    private Task<ChainBreak?> VerifyAsync() => App.WithServicesAsync(async services =>
    {
        var tenant = await services.GetRequiredService<TenantCatalog>().FindBySlugAsync(Tenant);
        var verification = services.GetRequiredService<ChainVerification>();
        return (await verification.StepAsync(tenant!, ChainCursor.Start, long.MaxValue)).Break;
    });

    private Task InsertAsync(int count, TimeSpan age, DateTimeOffset? now = null, DateTimeOffset? recorded = null) =>
        App.World.Audit.AddPastAsync(Child, count, (now ?? App.Time.GetUtcNow()) - age, recorded: recorded);
}
