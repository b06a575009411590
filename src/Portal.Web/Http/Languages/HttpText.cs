namespace Portal.Web.Http.Languages;

/// <summary>Marks the texts of the pipeline.</summary>
public sealed class HttpText;
