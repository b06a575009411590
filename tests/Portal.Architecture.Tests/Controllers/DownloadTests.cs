using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Portal.Architecture.Tests.Reflection;
using Portal.Web.Export;
using Portal.Web.Features.Shared.Histories;
using Portal.Web.Features.Shared.Lists;
using Portal.Web.Files.Stored;
using Portal.Web.Http.Places;

namespace Portal.Architecture.Tests.Controllers;

/// <summary>
/// What sends files says so: by the mark they get their few places,
/// and nothing leaves with a database connection in hand (RX-05).
/// </summary>
public sealed class DownloadTests
{
    [Fact]
    public void RX_05_AControllerThatSendsFiles_MarksItsDownloads()
    {
        var senders = typeof(DownloadAttribute).Assembly.GetTypes().Where(SendsFiles).Select(Source.Outermost)
            .Where(type => type.IsAssignableTo(typeof(ControllerBase))).Distinct().ToList();

        senders.Count.ShouldBeGreaterThan(6);
        senders.Where(type => !IsMarked(type)).Select(type => type.FullName).ShouldBeEmpty();
    }

    [Fact]
    public void AControllerWithoutTheMark_IsFound()
    {
        SendsFiles(typeof(Forgetful)).ShouldBeTrue();
        IsMarked(typeof(Forgetful)).ShouldBeFalse();
    }

    private static bool SendsFiles(Type type) => TypeReferences.Methods(type).SelectMany(MemberReferences.Of).Any(IsFile);

    private static bool IsFile(MemberInfo member) =>
        (member.DeclaringType == typeof(ControllerBase) && member.Name is nameof(ControllerBase.File)
            or nameof(ControllerBase.PhysicalFile))
        || member.DeclaringType == typeof(FileDownloads)
        || member.DeclaringType == typeof(HistoryFiles) || member.DeclaringType == typeof(ListFiles)
        || (member is ConstructorInfo && IsFile(member.DeclaringType))
        || (member is MethodInfo method && IsFile(method.ReturnType));

    private static bool IsFile(Type? type) =>
        type == typeof(StreamedDownload) || type == typeof(CsvDownload) || typeof(FileResult).IsAssignableFrom(type);

    private static bool IsMarked(Type controller) =>
        controller.GetCustomAttribute<DownloadAttribute>() is not null
            || controller.GetMethods().Any(action => action.GetCustomAttribute<DownloadAttribute>() is not null);

    private sealed class Forgetful : ControllerBase
    {
        public IActionResult Show() => File(Array.Empty<byte>(), "text/plain");
    }
}
