using Portal.Web.Features.Shared.Lists;
using Portal.Web.Http.TagHelpers;
using Portal.Web.Lists;

namespace Portal.Web.Tests.Lists;

public sealed class ListRules
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 10, 12, 0, 0, TimeSpan.Zero);

    private static readonly ListOrders<Row> Orders = new ListOrders<Row>("-since")
        .By("name", row => row.Name).By("since", row => row.Since).Then(row => row.Name);

    private static readonly Row[] Rows = [new("b", 1), new("a", 1), new("c", 2)];

    [Theory]
    [InlineData(null, "-since", "cab")]
    [InlineData("name", "name", "abc")]
    [InlineData("-name", "-name", "cba")]
    [InlineData("since", "since", "abc")]
    [InlineData("--name", "-since", "cab")]
    [InlineData("Password", "-since", "cab")]
    [InlineData("", "-since", "cab")]
    [InlineData("since.-name", "since.-name", "bac")]
    [InlineData("nonsense.name.-name..-since", "name.-since", "abc")]
    public void IV_09_OnlyNamedOrdersAreTaken(string? asked, string inForce, string rows)
    {
        Orders.Of(asked).ShouldBe(inForce);
        string.Concat(Orders.Apply(Rows.AsQueryable(), asked).Select(row => row.Name)).ShouldBe(rows);
    }

    [Theory]
    [InlineData(0, "0", 0)]
    [InlineData(10_000, "10,000", 10_000)]
    [InlineData(10_001, "10,000+", 10_001)]
    public void PERF_3_CountsEndAtTenThousand(int counted, string shown, int again)
    {
        ListCount.Of(counted).ToString().ShouldBe(shown);
        ListCount.Of(counted).Counted.ShouldBe(again);
    }

    [Theory]
    [InlineData(null, 20, 1)]
    [InlineData(-1, 20, 1)]
    [InlineData(7, 20, 7)]
    [InlineData(int.MaxValue, 20, 500)]
    [InlineData(int.MaxValue, 100, 100)]
    public void PERF_3_IV_09_NoPageLiesBehindTenThousandRows(int? asked, int size, int page) =>
        ListPages.Within(asked, size).ShouldBe(page);

    [Theory]
    [InlineData("date", null, false, null)]
    [InlineData("date", "gestern", false, null)]
    [InlineData("date", "2026-02-30", false, null)]
    [InlineData("date", "2026-02-28", false, "2026-02-28")]
    [InlineData("text", "Nonsense", true, null)]
    [InlineData("text", "new", true, "New one")]
    [InlineData("search", " ", false, null)]
    [InlineData("search", "word", false, "word")]
    public void IV_09_AConditionThatIsNoneIsNeitherToldNorCounted(string type, string? typed, bool isChoice, string? told)
    {
        ListField field = new("field", "Field", typed) { Type = type, Choices = isChoice ? [new Choice("new", "New one")] : null };

        field.InForce.ShouldBe(told);
        var list = new ListFrame("List", new ListRows<Row>([], [])) { Fields = [field], None = new ListEmpty("", "") };
        list.Active.ShouldBe(told is null ? 0 : 1);
        (list with { Rows = null }).Active.ShouldBe(field.IsSet ? 1 : 0, "the box with the error is open");
    }

    [Fact]
    public void APageKnowsWhereItIs()
    {
        var page = new ListPage<int>([21, 22, 23], 2, 20, ListCount.Of(23));
        (page.First, page.Last, page.Pages, page.IsBeyondEnd).ShouldBe((21, 23, 2, false));
        (page with { Number = 3, Rows = [] }).IsBeyondEnd.ShouldBeTrue();
        new ListPage<int>([], 1, 20, ListCount.Of(0)).First.ShouldBe(0);
    }

    [Theory]
    [InlineData("2026-05-10", "2026/5/10", "")]
    [InlineData("2026年5月10日", "", "")]
    [InlineData(null, " ", "")]
    [InlineData("2026-02-30", "2026-05-10", "From")]
    [InlineData("x", "y", "From,To")]
    public void IV_08_DaysThatAreNoneAreNamed(string? from, string? to, string faults) =>
        string.Join(',', DayRange.Read(from, to, StartOfDay).Faults).ShouldBe(faults);

    [Theory]
    [InlineData("2026-05-11", "2026-05-10", true)]
    [InlineData("2026-05-10", "2026-05-10", false)]
    [InlineData("2026-05-10", "", false)]
    [InlineData("", "2026-05-10", false)]
    [InlineData("9999-12-31", "9999-12-31", false)]
    public void FACE_5_AnEndBeforeTheBeginningIsNoPeriod(string from, string to, bool reversed) =>
        DayRange.Read(from, to, StartOfDay).IsReversed.ShouldBe(reversed);

    [Fact]
    public void TheLastDayIsWhole()
    {
        var range = DayRange.Read("2026-05-10", "2026-05-10", StartOfDay);
        (range.Since, range.Until).ShouldBe((Noon.AddHours(-12), Noon.AddHours(12)));
        DayRange.Read("0001-01-01", "9999-12-31", StartOfDay).Until.ShouldBeNull();
    }

    [Fact]
    public async Task FILE_2_AFileHasTheCellsAsValues_AndHeadingsThatNameTheZone()
    {
        IReadOnlyList<ListColumn<Row>> columns =
        [
            new("Name", row => new ListCell.Link("~/x", new ListCell.Text(row.Name))) { NamesRow = true },
            new("Number", row => new ListCell.Number(row.Since)),
            new("At", _ => new ListCell.Moment(Noon)) { HoldsMoments = true },
            new("Day", _ => new ListCell.Day(new DateOnly(2026, 7, 1))),
            new("State", _ => new ListCell.Tags([new("locked", "error"), new("disabled", "neutral")])),
            new("Why", _ => new ListCell.Lines(new ListCell.Text("5 failures"), new ListCell.Facts(["a", "b"]),
                new ListCell.Lead("~/y", "Help", "of b"))),
            new("Act", _ => new ListCell.Act("~/z", "Again", "of b")) { Places = ListPlaces.Screen },
        ];
        var zone = new ReaderZone(at => at.ToOffset(TimeSpan.FromHours(9)), " (Japan)");

        var table = ListTable.Of("List", columns, Rows.Take(1).ToAsyncEnumerable(), zone);

        table.Headings.ShouldBe(["Name", "Number", "At (Japan)", "Day", "State", "Why"]);
        (await table.Rows.SingleAsync()).ShouldBe(
            ["b", 1, Noon.ToOffset(TimeSpan.FromHours(9)), "2026/07/01", "locked disabled", "5 failures a, b"]);
    }

    private static DateTimeOffset StartOfDay(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);

    private sealed record Row(string Name, int Since);
}
