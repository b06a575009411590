using Microsoft.AspNetCore.StaticAssets;

namespace Portal.Web.Http.Hosting;

internal static class StaticFiles
{
    public static bool Is(Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;
}
