namespace Portal.Web.Export;

/// <summary>The sources by kind; a second one of the same kind stops the first request, not some later file.</summary>
public sealed class ExportSources(IEnumerable<IExportSource> sources)
{
    private readonly Dictionary<string, IExportSource> byKind = sources.ToDictionary(source => source.Kind, StringComparer.Ordinal);

    /// <returns>Null for a kind of another release.</returns>
    public IExportSource? Find(string kind) => byKind.GetValueOrDefault(kind);
}
