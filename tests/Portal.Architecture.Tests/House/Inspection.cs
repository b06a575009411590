using System.Reflection;
using Microsoft.AspNetCore.Razor.Hosting;
using Portal.Architecture.Tests.Reflection;

namespace Portal.Architecture.Tests.House;

/// <summary>One type of one room that names a type of another.</summary>
internal sealed record Use(string Type, string FromRoom, string Used, string ToRoom)
{
    public override string ToString() => $"{Type} ({FromRoom}) uses {Used} ({ToRoom})";
}

/// <summary>Walks through all rooms and notes who uses whom.</summary>
internal sealed class Inspection(Plan plan, params IEnumerable<Assembly> assemblies)
{
    // They put the house together, so they name everything.
    private static readonly string[] Assembling = ["Program", "Portal.Web.PortalServices", "Portal.Web.Features.FeatureServices"];

    private readonly Dictionary<Type, string> views = assemblies
        .SelectMany(assembly => assembly.GetCustomAttributes<RazorCompiledItemAttribute>())
        .ToDictionary(view => view.Type, view => NamespaceOfView(view.Identifier));

    public IEnumerable<Type> Homeless() => Types().Where(type => Room(type) == "?");

    public IEnumerable<Use> Forbidden() => Uses().Where(use => !Plan.MayUse(use.FromRoom, use.ToRoom));

    public IEnumerable<Use> Uses() =>
        from type in Types()
        let fromRoom = Room(type)
        where fromRoom is not (null or "?")
        from used in TypeReferences.Of(type).Select(Source.Outermost).Distinct()
        let toRoom = Room(used)
        where toRoom is not (null or "?")
        select new Use(Source.Outermost(type).FullName!, fromRoom, used.FullName!, toRoom);

    private static string NamespaceOfView(string path) => "Portal.Web" + Path.GetDirectoryName(path)!.Replace('/', '.');

    private IEnumerable<Type> Types() =>
        assemblies.SelectMany(assembly => assembly.GetTypes()).Where(type => !Assembling.Contains(Source.Outermost(type).FullName));

    private string? Room(Type type) => plan.RoomOf(views.GetValueOrDefault(Source.Outermost(type)) ?? type.Namespace);
}
