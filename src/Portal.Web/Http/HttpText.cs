namespace Portal.Web.Http;

/// <summary>Marks the texts of the pipeline.</summary>
public sealed class HttpText;
