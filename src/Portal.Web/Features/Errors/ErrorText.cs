namespace Portal.Web.Features.Errors;

public sealed class ErrorText;
