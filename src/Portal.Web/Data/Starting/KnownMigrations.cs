using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Web.Data.Starting;

/// <summary>
/// The migrations of this release, read from the program's tables of types. EF would load each of 13,000
/// types to ask it whether it is one, and make all that are: every node asks at its start and with each look at its
/// health (PERF-5).
/// </summary>
internal static class KnownMigrations
{
    private static readonly Dictionary<DatabaseProvider, Lazy<IReadOnlySet<string>>> Read = Enum.GetValues<DatabaseProvider>()
        .ToDictionary(provider => provider, provider => new Lazy<IReadOnlySet<string>>(() => ReadOf(provider)));

    /// <summary>Their ids, as a database keeps those that were applied.</summary>
    public static IReadOnlySet<string> Of(DatabaseProvider provider) => Read[provider].Value;

    private static HashSet<string> ReadOf(DatabaseProvider provider)
    {
        var place = $"{typeof(PortalDbContext).Namespace}.{provider}.Migrations";
        using var file = new PEReader(File.OpenRead(typeof(PortalDbContext).Assembly.Location));
        var program = file.GetMetadataReader();
        return
        [
            .. program.TypeDefinitions.Select(program.GetTypeDefinition)
                .Where(type => program.StringComparer.Equals(type.Namespace, place))
                .SelectMany(type => type.GetCustomAttributes()).Select(program.GetCustomAttribute)
                .Where(attribute => IsId(program, attribute)).Select(attribute => Id(program.GetBlobReader(attribute.Value))),
        ];
    }

    private static bool IsId(MetadataReader program, CustomAttribute attribute) =>
        attribute.Constructor.Kind == HandleKind.MemberReference
            && program.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is { Kind: HandleKind.TypeReference } parent
            && program.StringComparer.Equals(program.GetTypeReference((TypeReferenceHandle)parent).Name, nameof(MigrationAttribute));

    /// <summary>
    /// The one argument of the attribute, behind the two bytes with which each begins (ECMA-335, II.23.3).
    /// </summary>
    private static string Id(BlobReader value)
    {
        value.ReadUInt16();
        return value.ReadSerializedString() ?? throw new InvalidOperationException("A migration has no id.");
    }
}
