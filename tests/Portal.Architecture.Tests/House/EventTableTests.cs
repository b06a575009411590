using System.Globalization;
using System.Text;
using Portal.Architecture.Tests.Reflection;
using Portal.Web.Audit;

namespace Portal.Architecture.Tests.House;

/// <summary>The table of acts and events in the docs is what the rooms contribute, written out.</summary>
public sealed class EventTableTests
{
    private const string Docs = "docs/reference/events.md";

    private static readonly Dictionary<string, string> Notices = Contributions.Notices.ToDictionary(row => row.Kind, row => row.Told);

    [Fact]
    public void ADMIN_7_TheTableOfTheDocs_IsWhatTheRoomsContribute() =>
        File.ReadAllText(Path.Combine(Source.Root, Docs)).ShouldContain(Table(), customMessage: $"Put this into {Docs}:\n{Table()}");

    [Fact]
    public void WhatAMailTells_IsSaidOnce() =>
        Contributions.Events.SelectMany(room => room.Kinds).Where(kind => kind.Mailed is not null && Notices.ContainsKey(kind.Name))
            .Select(kind => kind.Name).ShouldBeEmpty();

    private static string Table()
    {
        var table = new StringBuilder("| Act | Event | Room | History | Mail |\n|---|---|---|---|---|\n");
        foreach (var room in Contributions.Events.OrderBy(Place).ThenBy(Folder, StringComparer.Ordinal))
        {
            foreach (var kind in room.Kinds)
            {
                table.Append(CultureInfo.InvariantCulture,
                    $"| {kind.Act} | `{kind.Name}` | `{Folder(room)}` | {kind.Group ?? "–"} | {Mail(kind)} |\n");
            }
        }

        return table.ToString();
    }

    private static string Mail(EventKind kind) => Notices.GetValueOrDefault(kind.Name) ?? kind.Mailed ?? "–";

    private static string Folder(EventContribution room) => room.GetType().Namespace!["Portal.Web.".Length..].Replace('.', '/');

    /// <summary>From the ground up, as the table of rooms; features come last.</summary>
    private static int Place(EventContribution room)
    {
        var name = new Plan().RoomOf(room.GetType().Namespace);
        var place = Plan.Directory.Select(entry => entry.Room).ToList().IndexOf(name!);
        return place < 0 ? int.MaxValue : place;
    }
}
