using Portal.Web.Features.Admin.Dashboard;

namespace Portal.Web.Tests.Features.Admin.Dashboard;

public sealed class DrawingShares
{
    [Fact]
    public void ADMIN_9_TheLargestRowIsAsWideAsThePlot_AndItsPartsFollowOneAnother()
    {
        var rows = ShareBars.Of(Table([1, 0, 3], [10, 20, 10], [0, 0, 0]));

        rows.Select(row => row.Sum).ShouldBe([4, 40, 0]);
        rows[1].Bars.Select(bar => (bar.Part, bar.X, bar.Width)).ShouldBe([(0, 0, 250), (1, 250, 500), (2, 750, 250)]);
        rows[0].Bars.Select(bar => (bar.Part, bar.X, bar.Width)).ShouldBe([(0, 0, 25), (2, 25, 75)]);
        rows[2].Bars.ShouldBeEmpty();
    }

    [Fact]
    public void ADMIN_9_ASingleOneBesideThousands_IsSeen() =>
        ShareBars.Of(Table([1, 0], [100_000, 0]))[0].Bars.ShouldHaveSingleItem().Width.ShouldBe(4);

    [Fact]
    public void ADMIN_9_WhatIsCountedToItsLimitAlone_HasNoSum() =>
        ShareBars.Of(Table([1, 1001], [1000, 1000])).Select(row => row.Sum).ShouldBe([null, 2000]);

    [Fact]
    public void ADMIN_9_WhereNothingIs_NothingIsDrawn() =>
        ShareBars.Of(Table([0, 0]))[0].Bars.ShouldBeEmpty();

    private static CountedTable Table(params int[][] rows) => new("", [],
        [.. rows.Select(row => new CountedRow("", false, [.. row.Select(count => new CountedCell(count, null))]))]);
}
