using FsCheck;
using FsCheck.Fluent;
using Portal.Rules.Audit;

namespace Portal.Rules.Tests.Audit;

public sealed class ChainRulesTests
{
    private static readonly Guid Tenant = new("11111111-1111-4111-8111-111111111111");
    private static readonly DateTimeOffset Start = new(2026, 11, 27, 0, 0, 0, TimeSpan.Zero);
    private static readonly ChainTrim Nothing = new(0, Start);

    [Fact]
    public void ADMIN_7_AChainOfAnyLengths_IsWhole_AndHasNoGap() =>
        Prop.ForAll(Gen.Choose(1, 7).ArrayOf().ToArbitrary(), lengths =>
        {
            var chain = Chain(lengths);
            return Check(chain) is null
                && chain.Select(part => part.Seal.Number).SequenceEqual(Enumerable.Range(1, chain.Count).Select(number => (long)number))
                && chain.SelectMany(part => part.Links).Select(link => link.Place)
                    .SequenceEqual(Enumerable.Range(1, chain.Sum(part => part.Seal.Count)).Select(place => (long)place));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void AU_03_WhicheverRowIsChangedOrRemoved_IsTheOneThatIsNamed() =>
        Prop.ForAll(Gen.Choose(1, 7).NonEmptyListOf().ToArbitrary(), Gen.Choose(0, 999).ToArbitrary(),
            Gen.Elements(true, false).ToArbitrary(), (lengths, which, removed) =>
        {
            var chain = Chain(lengths);
            var place = (which % chain.Sum(part => part.Seal.Count)) + 1;
            var broken = chain.ConvertAll(part => (part.Seal, Links: part.Links.ConvertAll(link =>
                link.Place == place ? link with { Now = removed ? null : Mark(-1) } : link)));
            return Check(broken) == new ChainBreak(removed ? ChainBreakKind.EventRemoved : ChainBreakKind.EventChanged,
                chain.Find(part => part.Seal.First <= place && place < part.Seal.End).Seal.Number, place, IdOf(place));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void AU_03_AMarkThatIsGone_IsNamedByItsPlace()
    {
        var chain = Chain([3, 3, 3]);
        chain[1].Links.RemoveAt(1);
        Check(chain).ShouldBe(new ChainBreak(ChainBreakKind.MarkRemoved, 2, 5));
    }

    [Fact]
    public void AU_03_TheLastMarkThatIsGone_IsNamed()
    {
        var chain = Chain([3, 3]);
        chain[1].Links.RemoveAt(2);
        Check(chain).ShouldBe(new ChainBreak(ChainBreakKind.MarkRemoved, 2, 6));
    }

    [Fact]
    public void AU_03_AnEventChangedTogetherWithItsMark_IsFoundByTheSeal()
    {
        var chain = Chain([3, 3]);
        chain[0].Links[1] = chain[0].Links[1] with { Mark = Mark(-1), Now = Mark(-1) };
        Check(chain).ShouldBe(new ChainBreak(ChainBreakKind.MarksChanged, 1, 1));
    }

    [Fact]
    public void AU_03_ASealMadeAnewForChangedEvents_NoLongerCarriesTheNextOne()
    {
        var chain = Chain([3, 3]);
        chain[0] = Part(null, [Mark(-1), Mark(2), Mark(3)]);
        Check(chain).ShouldBe(new ChainBreak(ChainBreakKind.SealBroken, 2, 4));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void AU_03_WhateverASealSays_CannotBeChanged(int what)
    {
        var chain = Chain([3, 3]);
        var seal = chain[1].Seal;
        chain[1] = (what switch
        {
            0 => seal with { First = seal.First + 1 },
            1 => seal with { Count = seal.Count - 1 },
            2 => seal with { Moments = seal.Moments with { SealedAt = seal.Moments.SealedAt.AddSeconds(1) } },
            3 => seal with { Moments = seal.Moments with { NewestAt = seal.Moments.NewestAt.AddDays(-400) } },
            4 => seal with { Moments = seal.Moments with { SettledUntil = seal.Moments.SettledUntil.AddDays(-1) } },
            _ => seal with { Root = Mark(-1) },
        }, chain[1].Links);
        Check(chain).ShouldBe(new ChainBreak(ChainBreakKind.SealBroken, 2, chain[1].Seal.First));
    }

    /// <summary>Whoever can compute a seal's hash anew still cannot move it, empty it or hang it elsewhere.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void AU_03_ASealWithAHashOfItsOwn_StillFollowsTheOneBefore(int what)
    {
        var chain = Chain([3, 3]);
        var seal = chain[1].Seal;
        var forged = what switch
        {
            0 => seal with { First = seal.First + 1 },
            1 => seal with { Count = 0 },
            _ => seal with { Previous = Mark(-1) },
        };
        chain[1] = (forged with { Hash = forged.Computed() }, chain[1].Links);
        Check(chain).ShouldBe(new ChainBreak(ChainBreakKind.SealBroken, 2, forged.First));
    }

    [Fact]
    public void AU_03_ASealThatIsGone_IsNamed()
    {
        var chain = Chain([3, 3, 3]);
        chain.RemoveAt(1);
        Check(chain).ShouldBe(new ChainBreak(ChainBreakKind.SealRemoved, 2, 4));
    }

    [Theory]
    [InlineData(1, 400, null)] // removed for its age, and the log says so
    [InlineData(0, 400, ChainBreakKind.MarkRemoved)] // the log does not say so
    [InlineData(1, -20, ChainBreakKind.MarkRemoved)] // the log says so, but nothing so young is ever removed
    public void HIST_5_AStretchMayBeGone_WhereTheLogSaysSoAndItIsOld(long through, int days, ChainBreakKind? kind)
    {
        var chain = Chain([3, 3]);
        chain[0].Links.Clear();
        var trim = new ChainTrim(through, Start.AddDays(days - 30));
        Check(chain, trim)?.Kind.ShouldBe(kind!.Value);
        (Check(chain, trim) is null).ShouldBe(kind is null);
    }

    [Fact]
    public void HIST_5_AStretchOfWhichSomeEventsAreGone_WasNotRemovedForItsAge()
    {
        var chain = Chain([3, 3]);
        chain[0].Links.RemoveAt(0);
        Check(chain, new ChainTrim(1, Start.AddDays(400))).ShouldBe(new ChainBreak(ChainBreakKind.MarkRemoved, 1, 1));
    }

    [Fact]
    public void AU_03_WhatStandsOutside_HoldsTheEnd()
    {
        var chain = Chain([3, 3]);
        var head = ChainHead.Of(chain[1].Seal);
        ChainRules.Check(head, chain[1].Seal).ShouldBeNull();
        ChainRules.Check(head, null).ShouldBe(new ChainBreak(ChainBreakKind.TailRemoved, 2, 6));
        ChainRules.Check(head, Chain([3, 2])[1].Seal).ShouldBe(new ChainBreak(ChainBreakKind.SealReplaced, 2, 4));
    }

    private static ChainBreak? Check(List<(ChainSeal Seal, List<ChainLink> Links)> chain, ChainTrim? trim = null)
    {
        ChainSeal? before = null;
        foreach (var (seal, links) in chain)
        {
            if (ChainRules.Check(before, seal, links, trim ?? Nothing) is { } found)
            {
                return found;
            }

            before = seal;
        }

        return null;
    }

    private static List<(ChainSeal Seal, List<ChainLink> Links)> Chain(IEnumerable<int> lengths)
    {
        var chain = new List<(ChainSeal, List<ChainLink>)>();
        ChainSeal? before = null;
        foreach (var length in lengths)
        {
            var start = before?.End ?? 1;
            var part = Part(before, [.. Enumerable.Range(0, length).Select(index => Mark(start + index))]);
            chain.Add(part);
            before = part.Seal;
        }

        return chain;
    }

    private static (ChainSeal Seal, List<ChainLink> Links) Part(ChainSeal? before, byte[][] marks)
    {
        var moments = SealMoments.Of(before?.Moments, Start.AddMinutes(before?.Number ?? 0), Start.AddDays(-40), Start);
        var seal = ChainSeal.Close(Tenant, before, marks, moments);
        return (seal, [.. marks.Select((mark, index) => new ChainLink(seal.First + index, IdOf(seal.First + index), mark, mark))]);
    }

    private static Guid IdOf(long place) => new((int)place, 0, 0, new byte[8]);

    private static byte[] Mark(long number) => EventMark.Of(
        new ChainedEvent(Tenant, IdOf(number), Start, Start, "signed-in", "User") { CorrelationId = "x" });
}
