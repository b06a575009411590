using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.AspNetCore.Mvc.ApplicationParts;

namespace Portal.Web.Http.Hosting;

/// <summary>
/// The program as a part of MVC, with its controllers only. The framework's own part loads each of 13,000
/// types to ask it whether it is one; here their names are read, and only those that end in "Controller" are loaded,
/// which a start and an idle node both feel (PERF-5).
/// </summary>
internal sealed class NamedControllers(Assembly assembly) : ApplicationPart, IApplicationPartTypeProvider
{
    private const string Ending = "Controller";
    private readonly Lazy<IReadOnlyList<TypeInfo>> types = new(() =>
        [.. Names(assembly).Select(name => assembly.GetType(name, throwOnError: true)!.GetTypeInfo())]);

    public override string Name => assembly.GetName().Name!;

    public IEnumerable<TypeInfo> Types => types.Value;

    /// <summary>Takes the place of the framework's part of the program itself; those of others stay.</summary>
    public static void Replace(ApplicationPartManager manager)
    {
        var own = typeof(NamedControllers).Assembly;
        for (var i = 0; i < manager.ApplicationParts.Count; i++)
        {
            if (manager.ApplicationParts[i] is AssemblyPart part && part.Assembly == own)
            {
                manager.ApplicationParts[i] = new NamedControllers(own);
            }
        }
    }

    private static List<string> Names(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var names = file.GetMetadataReader();
        return
        [
            .. names.TypeDefinitions.Select(names.GetTypeDefinition)
                .Where(type => !type.IsNested && names.GetString(type.Name).EndsWith(Ending, StringComparison.Ordinal))
                .Select(type => $"{names.GetString(type.Namespace)}.{names.GetString(type.Name)}"),
        ];
    }
}
