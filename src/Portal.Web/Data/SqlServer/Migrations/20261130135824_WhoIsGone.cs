using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Web.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class WhoIsGone : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "FormerAssigneeId",
                table: "Cases",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "StaleSince",
                table: "AdministratorLinks",
                type: "datetimeoffset",
                nullable: true);

            // What is gone and stale already is so from now on. A script compiles this before it has the columns, hence EXEC.
            migrationBuilder.Sql("""
                EXEC(N'UPDATE link SET [StaleSince] = administrator.[PasswordChangedAt]
                    FROM [AdministratorLinks] AS link
                    INNER JOIN [Users] AS administrator
                        ON administrator.[TenantId] = link.[TenantId] AND administrator.[Id] = link.[AdministratorId]
                    WHERE administrator.[PasswordChangedAt] > link.[ConfirmedAt];');
                """);
            migrationBuilder.Sql("""
                EXEC(N'UPDATE left_case SET [FormerAssigneeId] = left_case.[AssigneeId], [AssigneeId] = NULL
                    FROM [Cases] AS left_case
                    WHERE left_case.[AssigneeId] IS NOT NULL AND left_case.[Status] <> ''Closed'' AND NOT EXISTS (
                        SELECT 1 FROM [Users] AS staff
                        WHERE staff.[TenantId] = (SELECT [Id] FROM [Tenants] WHERE [Slug] = ''admin'')
                            AND staff.[Id] = left_case.[AssigneeId] AND staff.[DisabledAt] IS NULL
                            AND (staff.[Role] = ''SystemAdministrator'' OR EXISTS (SELECT 1 FROM [StaffAssignments] AS assigned
                                WHERE assigned.[UserId] = staff.[Id] AND assigned.[TenantId] = left_case.[TenantId])));');
                """);

            migrationBuilder.CreateIndex(
                name: "IX_Cases_TenantId_FormerAssigneeId",
                table: "Cases",
                columns: new[] { "TenantId", "FormerAssigneeId" },
                filter: "\"FormerAssigneeId\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Cases_TenantId_FormerAssigneeId",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "FormerAssigneeId",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "StaleSince",
                table: "AdministratorLinks");
        }
    }
}
