using Portal.Rules.Audit;
using Portal.TestKit.Web;
using Portal.Web.Audit.Verification;
using Portal.Web.Data.Entities;
using Portal.Web.Tests.Cli;

namespace Portal.Web.Tests.Audit.Chain;

/// <summary>What the owner of the database does past the portal is named, by page and command line (AU-03).</summary>
public sealed class WhatWasDoneToTheLog : ChainTest
{
    [Fact]
    public async Task AU_03_OneRowChanged()
    {
        var id = await NamedAsync(7);
        await App.World.Audit.ChangeAsync(happened => happened.Id == id, happened => happened.Reason, "another");
        await IsNamedAsync(new(ChainBreakKind.EventChanged, 1, 7, id), "封印のあとに変更された出来事があります",
            $"event {id} (place 7, seal 1) was changed");
    }

    [Fact]
    public async Task AU_03_OneRowRemoved()
    {
        var id = await NamedAsync(21);
        await App.World.Audit.RemoveAsync(happened => happened.Id == id);
        await IsNamedAsync(new(ChainBreakKind.EventRemoved, 2, 21, id), "封印した出来事が削除されています",
            $"event {id} (place 21, seal 2) was removed");
    }

    [Fact]
    public async Task AU_03_TheLastTenRemoved()
    {
        var first = await NamedAsync(16);
        await RemoveFromAsync(16);
        await IsNamedAsync(new(ChainBreakKind.EventRemoved, 1, 16, first), "封印した出来事が削除されています",
            $"event {first} (place 16, seal 1) was removed");
    }

    [Fact]
    public async Task AU_03_TheLastTenRemovedWithTheirMarks()
    {
        await NamedAsync(16);
        await RemoveFromAsync(16);
        await App.World.AuditLeaves.RemoveAsync(leaf => leaf.TenantId == ControlId && leaf.Place >= 16);
        await IsNamedAsync(new(ChainBreakKind.MarkRemoved, 1, 16), "照合する値が削除されています",
            "the mark at place 16 (seal 1) was removed");
    }

    [Fact]
    public async Task AU_03_TheEndRemovedWithItsMarksAndSeals()
    {
        await NamedAsync(21);
        await RemoveFromAsync(21);
        await App.World.AuditLeaves.RemoveAsync(leaf => leaf.TenantId == ControlId && leaf.Place >= 21);
        await App.World.AuditSeals.RemoveAsync(seal => seal.TenantId == ControlId && seal.Number >= 2);
        await IsNamedAsync(new(ChainBreakKind.TailRemoved, 2, 21), "この位置から末尾までが削除されています",
            "the end was removed from place 21 on");

        // Sealed anew, the chain is whole in itself, but not the one that stands outside.
        await SealAsync(App);
        (await VerifyAsync()).ShouldBe(new ChainBreak(ChainBreakKind.SealReplaced, 2, 21));
    }

    [Fact]
    public async Task AU_03_OneRowInsertedThatSaysItIsOld()
    {
        var id = await InsertAsync(_ => { });
        await IsNamedAsync(new(ChainBreakKind.EventInserted, 0, null, id), "あとから追加された出来事があります",
            $"event {id} was inserted");
    }

    [Fact]
    public async Task AU_03_OneRowInsertedAsByAFormerRelease_IsNeverSealed()
    {
        var id = await InsertAsync(row => row.RecordedAt = default);
        await SealAsync(App);
        await IsNamedAsync(new(ChainBreakKind.EventInserted, 0, null, id), "あとから追加された出来事があります",
            $"event {id} was inserted");
    }

    [Fact]
    public async Task AU_03_AnEventChangedTogetherWithItsMarkAndSeal()
    {
        await NamedAsync(3);
        await App.World.AuditSeals.ChangeAsync(seal => seal.TenantId == ControlId && seal.Number == 1, seal => seal.Root, new byte[32]);
        (await VerifyAsync()).ShouldBe(new ChainBreak(ChainBreakKind.SealBroken, 1, 1));
    }

    [Fact]
    public async Task AU_03_ASealThatIsGone()
    {
        await NamedAsync(3);
        await App.World.AuditSeals.RemoveAsync(seal => seal.TenantId == ControlId && seal.Number == 1);
        (await VerifyAsync()).ShouldBe(new ChainBreak(ChainBreakKind.SealRemoved, 1, 1));
    }

    [Fact]
    public async Task AU_03_CLI_1_ALogThatIsWhole_IsSaidToBe()
    {
        await PastAsync();
        var run = await CommandAsync();
        run.Code.ShouldBe(0, run.Error + run.Output);
        run.Output.ShouldContain("is what was sealed");
        var looks = await EventsAsync(VerificationEvents.AuditVerified);
        looks.ShouldAllBe(look => look.Event.ActorKind == ActorKind.CommandLine);
        looks.Select(look => look.Tenant).ShouldBe(run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ')[0]), ignoreOrder: true);
        (await CommandAsync("--tenant", "nowhere")).Code.ShouldBe(1);
    }

    private async Task<Guid> NamedAsync(long place)
    {
        await PastAsync();
        (await VerifyAsync()).ShouldBeNull();
        return await EventAtAsync(place);
    }

    private async Task RemoveFromAsync(long place)
    {
        var ids = await App.World.AuditLeaves.AskAsync(leaves => leaves.Where(leaf => leaf.TenantId == ControlId && leaf.Place >= place)
            .Select(leaf => leaf.EventId));
        await App.World.Audit.RemoveAsync(happened => ids.Contains(happened.Id));
    }

    private async Task<Guid> InsertAsync(Action<AuditEvent> differ)
    {
        var like = await NamedAsync(5);
        var id = Guid.NewGuid();
        await App.World.Audit.CopyAsync(happened => happened.Id == like, 1, (row, _) =>
        {
            row.Id = id;
            differ(row);
        });
        return id;
    }

    /// <summary>By the rules, on the page and by the command line.</summary>
    private async Task IsNamedAsync(ChainBreak expected, string onPage, string inCommand)
    {
        (await VerifyAsync()).ShouldBe(expected);

        var page = await (await AdministratorAsync()).GetAsync("/admin/audit/verification?tenant=control");
        page.ShouldBeOk().ShouldShow("封印したときのままではありません").ShouldShow(onPage);
        if (expected.EventId is { } id)
        {
            page.ShouldShow(id.ToString());
        }

        var run = await CommandAsync("--tenant", "control");
        run.Code.ShouldBe(1);
        run.Output.ShouldContain(inCommand);
    }

    private Task<CommandRun> CommandAsync(params string[] arguments) =>
        CommandRun.OfAsync(App, Settings, ["audit", "verify", .. arguments]);
}
