namespace Portal.Web.Features.Lines;

public static class LinesPaths
{
    public const string Index = "~/lines";
}
