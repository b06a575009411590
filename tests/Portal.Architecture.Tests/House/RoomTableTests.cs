using System.Text;
using Portal.Architecture.Tests.Reflection;

namespace Portal.Architecture.Tests.House;

/// <summary>The table of rooms in the docs is the plan that the tests hold, written out.</summary>
public sealed class RoomTableTests
{
    private const string Docs = "docs/reference/rooms.md";

    [Fact]
    public void TheTableOfTheDocs_IsThePlan() =>
        File.ReadAllText(Path.Combine(Source.Root, Docs)).ShouldContain(Table(), customMessage: $"Put this into {Docs}:\n{Table()}");

    [Fact]
    public void TheTable_HasEveryRoomOfDomain_InItsOrder() =>
        Plan.Directory.Select(entry => entry.Room).Where(Plan.DomainRooms.Contains).ShouldBe(Plan.DomainRooms);

    private static string Table()
    {
        var table = new StringBuilder("| room | what is in it | may use |\n|---|---|---|\n");
        foreach (var (room, holds) in Plan.Directory)
        {
            table.Append(System.Globalization.CultureInfo.InvariantCulture, $"| `{room}` | {holds} | {Plan.Uses(room)} |\n");
        }

        return table.ToString();
    }
}
